// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import org.jspecify.annotations.Nullable;

/**
 * What a request addresses. There are three forms:
 *
 * <pre>
 *   Host: {api}.execute-api.anything    /{stage}/{path}
 *   /restapis/{api}/{stage}/_user_request_/{path}
 *   /_aws/execute-api/{api}/{stage}/{path}
 * </pre>
 *
 * @param apiId as the client wrote it
 * @param stage as the client wrote it; empty when the path ends before it
 * @param path the raw path below the stage, starting with a slash
 */
record Address(String apiId, String stage, String path) {
    private static final String HOST_LABEL = ".execute-api";
    private static final String USER_REQUEST = "/restapis/";
    private static final String USER_REQUEST_MARK = "_user_request_";
    private static final String EXECUTE_API = "/_aws/execute-api/";

    /**
     * Reads the address of a request.
     *
     * @param host the {@code Host} field, with or without a port
     * @param path the raw path
     * @return {@code null} when the request is no invocation
     */
    static @Nullable Address of(@Nullable String host, String path) {
        String api = host == null ? null : apiOf(host);
        if (api != null) {
            int start = skipSlashes(path, 0);
            int end = segmentEnd(path, start);
            return new Address(api, path.substring(start, end), below(path, end));
        }
        if (path.startsWith(EXECUTE_API)) {
            return executeApi(path);
        }
        return path.startsWith(USER_REQUEST) ? userRequest(path) : null;
    }

    private static @Nullable String apiOf(String host) {
        int dot = host.indexOf('.');
        int end = dot + HOST_LABEL.length();
        boolean invocation = dot > 0
                && host.regionMatches(true, dot, HOST_LABEL, 0, HOST_LABEL.length())
                && (end == host.length() || host.charAt(end) == '.' || host.charAt(end) == ':');
        return invocation ? host.substring(0, dot) : null;
    }

    private static Address executeApi(String path) {
        int apiEnd = segmentEnd(path, EXECUTE_API.length());
        int stageStart = Math.min(apiEnd + 1, path.length());
        int stageEnd = segmentEnd(path, stageStart);
        return new Address(
                path.substring(EXECUTE_API.length(), apiEnd),
                path.substring(stageStart, stageEnd),
                below(path, stageEnd));
    }

    private static @Nullable Address userRequest(String path) {
        int apiEnd = segmentEnd(path, USER_REQUEST.length());
        int stageEnd = segmentEnd(path, apiEnd + 1);
        int mark = stageEnd + 1;
        int markEnd = mark + USER_REQUEST_MARK.length();
        boolean invocation =
                path.startsWith(USER_REQUEST_MARK, mark) && (markEnd == path.length() || path.charAt(markEnd) == '/');
        return invocation
                ? new Address(
                        path.substring(USER_REQUEST.length(), apiEnd),
                        path.substring(apiEnd + 1, stageEnd),
                        below(path, markEnd))
                : null;
    }

    private static int skipSlashes(String path, int from) {
        int at = from;
        while (at < path.length() && path.charAt(at) == '/') {
            at++;
        }
        return at;
    }

    private static int segmentEnd(String path, int from) {
        int slash = from > path.length() ? -1 : path.indexOf('/', from);
        return slash < 0 ? path.length() : slash;
    }

    private static String below(String path, int end) {
        return end == path.length() ? "/" : path.substring(end);
    }
}
