// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import org.jspecify.annotations.Nullable;

/** Whether every {@code %} of a path or query is followed by two hexadecimal digits. */
final class PercentEncoding {

    private PercentEncoding() {}

    static boolean isValid(@Nullable String encoded) {
        if (encoded == null) {
            return true;
        }
        for (int i = encoded.indexOf('%'); i >= 0; i = encoded.indexOf('%', i + 1)) {
            if (i + 2 >= encoded.length() || !isHex(encoded.charAt(i + 1)) || !isHex(encoded.charAt(i + 2))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }
}
