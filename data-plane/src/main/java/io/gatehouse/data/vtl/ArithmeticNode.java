// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.node.ASTAddNode;
import org.apache.velocity.runtime.parser.node.ASTDivNode;
import org.apache.velocity.runtime.parser.node.ASTModNode;
import org.apache.velocity.runtime.parser.node.ASTMulNode;
import org.apache.velocity.runtime.parser.node.ASTNegateNode;
import org.apache.velocity.runtime.parser.node.ASTSubtractNode;
import org.apache.velocity.runtime.parser.node.MathUtils;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.jspecify.annotations.Nullable;

/** {@code + - * / %} and the minus sign. Numbers only, except that {@code +} joins texts; anything else has no value. */
final class ArithmeticNode extends ReplacedNode {
    /** Bits or decimal places that a number may have: far beyond what JSON carries, far below what takes time. */
    private static final int SIZE = 10_000;

    private final Operator operator;

    private ArithmeticNode(SimpleNode replaced, Operator operator) {
        super(replaced);
        this.operator = operator;
    }

    /** The replacement of a node of Velocity's, null where it is no arithmetic. */
    static @Nullable ArithmeticNode of(SimpleNode node) {
        Operator operator = switch (node) {
            case ASTAddNode any -> Operator.ADD;
            case ASTSubtractNode any -> Operator.SUBTRACT;
            case ASTMulNode any -> Operator.MULTIPLY;
            case ASTDivNode any -> Operator.DIVIDE;
            case ASTModNode any -> Operator.REMAINDER;
            case ASTNegateNode any -> Operator.NEGATE;
            default -> null;
        };
        return operator == null ? null : new ArithmeticNode(node, operator);
    }

    @Override
    @Nullable
    Object compute(InternalContextAdapter context) {
        Object left = jjtGetChild(0).value(context);
        if (operator == Operator.NEGATE) {
            return left instanceof Number number ? MathUtils.negate(bounded(number)) : null;
        }
        Object right = jjtGetChild(1).value(context);
        if (left instanceof Number a && right instanceof Number b) {
            return apply(bounded(a), bounded(b));
        }
        boolean joins = operator == Operator.ADD && (left instanceof String || right instanceof String);
        return joins ? text(left, 0).concat(text(right, 1)) : null;
    }

    private @Nullable Number apply(Number left, Number right) {
        return switch (operator) {
            case ADD -> MathUtils.add(left, right);
            case SUBTRACT -> MathUtils.subtract(left, right);
            case MULTIPLY -> MathUtils.multiply(left, right);
            case DIVIDE -> MathUtils.isZero(right) ? null : MathUtils.divide(left, right);
            case REMAINDER -> MathUtils.isZero(right) ? null : MathUtils.modulo(left, right);
            case NEGATE -> null;
        };
    }

    /** A reference without a value joins as it is written. */
    private String text(@Nullable Object value, int operand) {
        return value == null ? jjtGetChild(operand).literal() : Printer.text(value, Budget.current());
    }

    private static Number bounded(Number number) {
        boolean fits = switch (number) {
            case BigInteger big -> big.bitLength() <= SIZE;
            case BigDecimal big -> Math.abs((long) big.scale()) <= SIZE && big.precision() <= SIZE;
            default -> true;
        };
        if (!fits) {
            throw new TemplateFailureException(
                    TemplateFailureException.Reason.LIMIT, "The mapping template calculates with too large a number");
        }
        return number;
    }

    private enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        REMAINDER,
        NEGATE
    }
}
