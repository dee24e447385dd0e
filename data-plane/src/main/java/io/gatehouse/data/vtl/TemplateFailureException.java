// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

/**
 * A mapping template that could not be rendered for one request. The message never holds a value of the request, so it is
 * safe to log; {@link #reason()} says what the caller should answer.
 */
public final class TemplateFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    TemplateFailureException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** Why the rendering stopped. */
    public Reason reason() {
        return reason;
    }

    /** Why a rendering stops. */
    public enum Reason {
        /** The template reads its body as JSON and the body is none: the client's mistake (400) in a request template. */
        BODY_NOT_JSON,
        /** The template used up its share of work, text or depth: see {@link Budget}. */
        LIMIT,
        /** The template did something that has no result, such as a substring beyond the end of a text. */
        ERROR
    }
}
