// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

/** Keywords for texts; values of other types pass. A text's length is that in characters of Unicode. */
final class TextKeywords {
    private TextKeywords() {}

    static Rule maxLength(int maximum) {
        return (value, check) -> {
            if (value.isTextual() && length(value.textValue()) > maximum) {
                check.fail(() -> "string \"" + Words.text(value.textValue()) + "\" is too long (length: "
                        + length(value.textValue()) + ", maximum allowed: " + maximum + ")");
            }
        };
    }

    static Rule minLength(int minimum) {
        return (value, check) -> {
            if (value.isTextual() && length(value.textValue()) < minimum) {
                check.fail(() -> "string \"" + Words.text(value.textValue()) + "\" is too short (length: "
                        + length(value.textValue()) + ", required minimum: " + minimum + ")");
            }
        };
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static Rule pattern(EcmaPattern pattern) {
        return (value, check) -> {
            if (value.isTextual() && !pattern.isFoundIn(value.textValue(), check.budget())) {
                check.fail(() -> "ECMA 262 regex \"" + Words.text(pattern.source())
                        + "\" does not match input string \"" + Words.text(value.textValue()) + "\"");
            }
        };
    }
}
