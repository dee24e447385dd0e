// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reading header lines as Signature Version 4 does; each reader does bounded work, whatever it is given. */
final class Headers {

    private static final int MOST_SIGNED = 128;
    private static final int MOST = 512;
    private static final int LARGEST = 131_072;

    private Headers() {}

    /** Refuses headers that no HTTP server passes on, so that all else may rely on their size and characters. */
    static void check(List<SignedRequest.Header> headers) throws RefusedException {
        long size = 0;
        for (SignedRequest.Header header : headers) {
            size += header.name().length() + header.value().length();
        }
        if (headers.size() > MOST || size > LARGEST) {
            throw RefusedException.invalid("The headers are too large to be verified.");
        }
    }

    /** The value of a header that may be sent only once; null if it is not there. */
    static @Nullable String single(List<SignedRequest.Header> headers, String name) throws RefusedException {
        String found = null;
        for (SignedRequest.Header header : headers) {
            if (header.is(name)) {
                if (found != null) {
                    throw RefusedException.incomplete("The request must include the header '" + name + "' only once.");
                }
                found = header.value().strip();
            }
        }
        return found;
    }

    /** The names of a SignedHeaders list in the client's order, lower case. */
    static List<String> signedNames(String list) throws RefusedException {
        String[] names =
                list.isEmpty() ? new String[0] : list.toLowerCase(Locale.ROOT).split(";", MOST_SIGNED + 1);
        if (names.length > MOST_SIGNED) {
            throw RefusedException.invalid("There are too many signed headers to be verified.");
        }
        Set<String> unique = new LinkedHashSet<>(List.of(names));
        if (unique.size() != names.length) {
            throw RefusedException.mismatch();
        }
        return List.copyOf(unique);
    }

    /** Appends the canonical line of one signed header: all its values, trimmed, inner space folded, joined by commas. */
    static void appendCanonical(StringBuilder text, List<SignedRequest.Header> headers, String lowerCaseName)
            throws RefusedException {
        text.append(lowerCaseName).append(':');
        boolean found = false;
        for (SignedRequest.Header header : headers) {
            if (header.is(lowerCaseName)) {
                if (found) {
                    text.append(',');
                }
                appendFolded(text, header.value());
                found = true;
            }
        }
        if (!found) {
            throw RefusedException.mismatch();
        }
        text.append('\n');
    }

    private static void appendFolded(StringBuilder text, String value) throws RefusedException {
        boolean space = false;
        boolean begun = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ' ' || c == '\t') {
                space = begun;
                continue;
            }
            if (c < ' ' || c > 0xFF) {
                // A line end would let one header pass for two; a character beyond a byte never came off a wire.
                throw RefusedException.mismatch();
            }
            if (space) {
                text.append(' ');
                space = false;
            }
            text.append(c);
            begun = true;
        }
    }
}
