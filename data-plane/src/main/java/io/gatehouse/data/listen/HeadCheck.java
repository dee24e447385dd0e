// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP parser lets pass and a gateway must not, since whatever is behind it might read the same bytes in
 * another way (RFC 9112, sections 3.2, 6.1 and 11.2). One pass over a head's fields; used once.
 */
final class HeadCheck {
    /** What AWS allows for the request line and the values of a head (developer guide, "Amazon API Gateway quotas"). */
    static final int MAX_HEAD_BYTES = 10_240;

    private static final int REQUEST_LINE_EXTRAS = " HTTP/1.1".length() + 1;

    private static final boolean[] TOKEN = new boolean[128];

    static {
        for (char c = '!'; c <= '~'; c++) {
            TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
        }
    }

    private int size;
    private int hosts;
    private int codings;
    private boolean otherCoding;
    private boolean malformedName;
    private boolean length;
    private boolean connection;
    private String host = "";

    private HeadCheck() {}

    /** Why a request is refused unseen; {@code null} when it is not. */
    static @Nullable Refusal refusal(HttpServerRequest request) {
        HttpVersion version = request.version();
        String uri = request.uri();
        if (version == null || uri == null || !isPlain(uri) || isAboutTheConnection(request.method())) {
            return Refusal.MALFORMED;
        }
        HeadCheck check = new HeadCheck();
        check.read(request, uri);
        if (version == HttpVersion.HTTP_2 && !check.hasPlainValues(request)) {
            return Refusal.MALFORMED;
        }
        boolean wellFormed = version == HttpVersion.HTTP_2 ? check.fitsHttp2() : check.fitsHttp1(version);
        if (!wellFormed || check.malformedName || !check.isTarget(uri, request.method(), version)) {
            return Refusal.MALFORMED;
        }
        if (request.authority() == null && (version == HttpVersion.HTTP_2 || check.hosts > 0)) {
            return Refusal.MALFORMED;
        }
        return check.size > MAX_HEAD_BYTES ? Refusal.HEAD_TOO_LONG : null;
    }

    /** CONNECT asks for a tunnel, TRACE for a mirror of what proxies have added; AWS has neither. */
    private static boolean isAboutTheConnection(HttpMethod method) {
        return method == HttpMethod.CONNECT || method == HttpMethod.TRACE;
    }

    private void read(HttpServerRequest request, String uri) {
        size = request.method().name().length() + uri.length() + REQUEST_LINE_EXTRAS;
        for (Map.Entry<String, String> field : request.headers()) {
            String value = field.getValue();
            size += value.length();
            look(field.getKey(), value);
        }
    }

    /** HTTP/2 can carry what ends a line of HTTP/1.1 (RFC 9113, section 8.2.1); its parser lets it pass. */
    private boolean hasPlainValues(HttpServerRequest request) {
        for (Map.Entry<String, String> field : request.headers()) {
            String value = field.getValue();
            if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0) {
                return false;
            }
        }
        return true;
    }

    private void look(String name, String value) {
        malformedName |= !isToken(name);
        switch (name.length()) {
            case 4 -> {
                if (name.equalsIgnoreCase("Host")) {
                    hosts++;
                    host = value;
                }
            }
            case 10 -> connection |= name.equalsIgnoreCase("Connection");
            case 14 -> length |= name.equalsIgnoreCase("Content-Length");
            case 17 -> {
                if (name.equalsIgnoreCase("Transfer-Encoding")) {
                    codings++;
                    otherCoding |= !value.equalsIgnoreCase("chunked");
                }
            }
            default -> {
                // No other field frames or addresses a message.
            }
        }
    }

    /** RFC 9110, section 5.6.2. */
    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= TOKEN.length || !TOKEN[c]) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Control characters and spaces end a request line for some and not for others. */
    private static boolean isPlain(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c == 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** The only coding that is understood, once, and then without a length; and one host. */
    private boolean fitsHttp1(HttpVersion version) {
        boolean framed = codings == 0 || codings == 1 && !otherCoding && !length;
        return framed && (hosts == 1 || hosts == 0 && version == HttpVersion.HTTP_1_0);
    }

    /** HTTP/2 frames messages by itself; what frames them in HTTP/1.1 has no place there (RFC 9113, section 8.2.2). */
    private boolean fitsHttp2() {
        return codings == 0 && !connection && hosts <= 1;
    }

    /** A path, or the absolute form of one, which then names the same host as the field. */
    private boolean isTarget(String uri, HttpMethod method, HttpVersion version) {
        if (uri.startsWith("/")) {
            return true;
        }
        if (version == HttpVersion.HTTP_2 || uri.equals("*")) {
            return uri.equals("*") && method == HttpMethod.OPTIONS;
        }
        int scheme =
                uri.regionMatches(true, 0, "http://", 0, 7) ? 7 : uri.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
        if (scheme < 0) {
            return false;
        }
        int end = scheme;
        while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        return hosts == 0 || uri.substring(scheme, end).equalsIgnoreCase(host);
    }
}
