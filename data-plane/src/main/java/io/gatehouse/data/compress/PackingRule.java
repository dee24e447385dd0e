// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Exchange;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether and how an answer is packed, whoever made it. */
final class PackingRule {
    private static final int NO_CONTENT = 204;
    private static final int PARTIAL_CONTENT = 206;
    private static final int NOT_MODIFIED = 304;

    private final int minimum;
    private final Set<Packing> offered = OfferedPackings.get();

    /**
     * @param minimum bytes that an answer must have
     */
    PackingRule(int minimum) {
        this.minimum = minimum;
    }

    /**
     * The packing of this exchange's answer.
     *
     * @param status of the answer
     * @param length of its body; -1 when it is not known, which counts as long
     * @return {@code null} when it goes out as it is
     */
    @Nullable
    Packing of(Exchange exchange, int status, long length) {
        BackendAnswer answer = exchange.backendAnswer();
        boolean tooShort = length == 0 || length > 0 && length < minimum;
        if (tooShort || !hasWholeBody(exchange, status) || answer.headers().contains("Content-Encoding")) {
            return null;
        }
        var accepted = exchange.inbound().headers();
        return accepted.contains("Accept-Encoding")
                ? AcceptedPackings.choose(accepted.getAll("Accept-Encoding"), offered)
                : null;
    }

    /** A part of a body cannot be packed: its range counts the bytes of the body as it is. */
    private static boolean hasWholeBody(Exchange exchange, int status) {
        return status != NO_CONTENT
                && status != PARTIAL_CONTENT
                && status != NOT_MODIFIED
                && !exchange.inbound().verb().equals("HEAD");
    }
}
