// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/** An operation of AWS that this release does not have; HTTP 501, so that no client retries it. */
public final class NotImplementedException extends AwsException {

    private static final long serialVersionUID = 1L;

    private NotImplementedException(String message) {
        super(501, "NotImplementedException", message);
    }

    /** The operation by its AWS name, such as {@code GetApiKeys}. */
    public static NotImplementedException operation(String name) {
        return new NotImplementedException(
                name + " is not supported by Gatehouse yet. See src/docs/limits.md for what is.");
    }

    /** A part of an operation, said in a whole sentence. */
    public static NotImplementedException of(String message) {
        return new NotImplementedException(message);
    }
}
