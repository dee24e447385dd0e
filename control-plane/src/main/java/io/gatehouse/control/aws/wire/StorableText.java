// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import io.gatehouse.control.aws.error.SerializationException;

/**
 * What a text of a request may consist of: any characters but NUL, which PostgreSQL cannot store, and halves of surrogate
 * pairs, which no UTF-8 can carry. Checked once, where a request is read, so that no database ever sees such a text.
 */
public final class StorableText {

    private StorableText() {}

    /**
     * The text as it is.
     *
     * @throws SerializationException when it cannot be stored
     */
    public static String require(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw SerializationException.of("The NUL character is not allowed in text");
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw SerializationException.of("An unpaired surrogate is not allowed in text");
                }
                i++;
            }
        }
        return text;
    }
}
