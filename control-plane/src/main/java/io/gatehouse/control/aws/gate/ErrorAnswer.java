// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.control.aws.error.AwsException;

/**
 * An error as it goes over the wire, whichever layer answers.
 *
 * @param status the HTTP status
 * @param code the value of {@code x-amzn-ErrorType}
 * @param message the body's only member
 */
record ErrorAnswer(int status, String code, String message) {

    static final String TYPE_HEADER = "x-amzn-ErrorType";
    static final String CONTENT_TYPE = "application/json";

    /** Messages repeat what was sent, however long; what is longer than this is cut off. */
    static final int LONGEST_MESSAGE = 100_000;

    ErrorAnswer {
        if (message.length() > LONGEST_MESSAGE) {
            message = message.substring(0, LONGEST_MESSAGE) + "...";
        }
    }

    static ErrorAnswer of(AwsException refusal) {
        return new ErrorAnswer(refusal.status(), refusal.code(), refusal.message());
    }

    /** What a client is told of a fault of ours: nothing but that it is ours. */
    static ErrorAnswer internal() {
        return new ErrorAnswer(500, "InternalFailure", "Internal server error");
    }

    String body() {
        return JsonNodeFactory.instance.objectNode().put("message", message).toString();
    }
}
