// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

/** A schema, or a part of it that decides, cannot be used; the message says what is wrong with it. */
public final class UnusableSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableSchemaException(String problem) {
        super(problem, null, false, false);
    }
}
