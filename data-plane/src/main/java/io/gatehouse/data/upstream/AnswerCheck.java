// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the HTTP parser lets a backend answer and no client may be handed (RFC 9112, section 6; RFC 9110, section 15). */
final class AnswerCheck {
    private static final int FIRST_FINAL = 200;
    private static final int LAST = 999;

    private AnswerCheck() {}

    /** Why an answer is none; {@code null} when it is one. */
    static @Nullable String problem(HttpClientResponse answer) {
        int status = answer.statusCode();
        if (status < FIRST_FINAL || status > LAST) {
            return "the answer has the status " + status;
        }
        MultiMap headers = answer.headers();
        if (headers.contains("Transfer-Encoding")) {
            List<String> codings = headers.getAll("Transfer-Encoding");
            boolean chunked = codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked");
            if (!chunked || answer.version() != HttpVersion.HTTP_1_1 || headers.contains("Content-Length")) {
                return "the answer is framed by Transfer-Encoding " + codings;
            }
        }
        return null;
    }
}
