// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import java.math.BigDecimal;

/** Keywords for numbers; values of other types pass. */
final class NumberKeywords {
    private static final int DIVISION = 20;

    private NumberKeywords() {}

    static Rule maximum(BigDecimal maximum, boolean exclusive) {
        return (value, check) -> {
            if (!value.isNumber()) {
                return;
            }
            int order = value.decimalValue().compareTo(maximum);
            if (order > 0) {
                check.fail(() -> "numeric instance is greater than the required maximum (maximum: " + maximum
                        + ", found: " + Words.json(value) + ")");
            } else if (order == 0 && exclusive) {
                check.fail(() -> "numeric instance is not strictly lower than the required maximum " + maximum);
            }
        };
    }

    static Rule minimum(BigDecimal minimum, boolean exclusive) {
        return (value, check) -> {
            if (!value.isNumber()) {
                return;
            }
            int order = value.decimalValue().compareTo(minimum);
            if (order < 0) {
                check.fail(() -> "numeric instance is lower than the required minimum (minimum: " + minimum
                        + ", found: " + Words.json(value) + ")");
            } else if (order == 0 && exclusive) {
                check.fail(() -> "numeric instance is not strictly greater than the required minimum " + minimum);
            }
        };
    }

    static Rule multipleOf(BigDecimal divisor) {
        return (value, check) -> {
            if (!value.isNumber()) {
                return;
            }
            check.budget().step(DIVISION);
            if (value.decimalValue().remainder(divisor).signum() != 0) {
                check.fail(() -> "remainder of division is not zero (" + Words.json(value) + " / " + divisor + ")");
            }
        };
    }
}
