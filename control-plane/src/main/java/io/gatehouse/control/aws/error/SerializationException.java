// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/** A body that cannot be read as the operation's input: no JSON, or a member of the wrong JSON type; HTTP 400. */
public final class SerializationException extends AwsException {

    private static final long serialVersionUID = 1L;

    private SerializationException(String message) {
        super(400, "SerializationException", message);
    }

    /** The refusal with AWS's text to the letter. */
    public static SerializationException of(String message) {
        return new SerializationException(message);
    }
}
