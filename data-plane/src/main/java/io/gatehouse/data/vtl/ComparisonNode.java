// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.node.ASTEQNode;
import org.apache.velocity.runtime.parser.node.ASTGENode;
import org.apache.velocity.runtime.parser.node.ASTGTNode;
import org.apache.velocity.runtime.parser.node.ASTLENode;
import org.apache.velocity.runtime.parser.node.ASTLTNode;
import org.apache.velocity.runtime.parser.node.ASTNENode;
import org.apache.velocity.runtime.parser.node.MathUtils;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.jspecify.annotations.Nullable;

/** {@code == != < <= > >=}. Equality as {@link Equality} says; order between numbers only, otherwise false. */
final class ComparisonNode extends ReplacedNode {
    private final Operator operator;

    private ComparisonNode(SimpleNode replaced, Operator operator) {
        super(replaced);
        this.operator = operator;
    }

    /** The replacement of a node of Velocity's, null where it is no comparison. */
    static @Nullable ComparisonNode of(SimpleNode node) {
        Operator operator = switch (node) {
            case ASTNENode any -> Operator.DIFFERENT;
            case ASTEQNode any -> Operator.EQUAL;
            case ASTLTNode any -> Operator.LESS;
            case ASTLENode any -> Operator.AT_MOST;
            case ASTGTNode any -> Operator.GREATER;
            case ASTGENode any -> Operator.AT_LEAST;
            default -> null;
        };
        return operator == null ? null : new ComparisonNode(node, operator);
    }

    @Override
    Object compute(InternalContextAdapter context) {
        Object left = jjtGetChild(0).value(context);
        Object right = jjtGetChild(1).value(context);
        return switch (operator) {
            case EQUAL -> Equality.same(left, right, Budget.current());
            case DIFFERENT -> !Equality.same(left, right, Budget.current());
            case LESS, AT_MOST, GREATER, AT_LEAST -> ordered(left, right);
        };
    }

    private boolean ordered(@Nullable Object left, @Nullable Object right) {
        if (!(left instanceof Number a) || !(right instanceof Number b)) {
            return false;
        }
        int order = MathUtils.compare(a, b);
        return switch (operator) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            case EQUAL, DIFFERENT -> false;
        };
    }

    private enum Operator {
        EQUAL,
        DIFFERENT,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST
    }
}
