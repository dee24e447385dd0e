// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.node.ASTIntegerRange;
import org.apache.velocity.runtime.parser.node.ASTMap;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.jspecify.annotations.Nullable;

/** Written values that would otherwise have no bound: the range {@code [1..9]} and the map <code>{"a": 1}</code>. */
final class LiteralNode extends ReplacedNode {
    private final boolean isRange;

    private LiteralNode(SimpleNode replaced, boolean isRange) {
        super(replaced);
        this.isRange = isRange;
    }

    /** The replacement of a node of Velocity's, null where it is neither range nor map. */
    static @Nullable LiteralNode of(SimpleNode node) {
        return switch (node) {
            case ASTIntegerRange range -> new LiteralNode(range, true);
            case ASTMap map -> new LiteralNode(map, false);
            default -> null;
        };
    }

    @Override
    @Nullable
    Object compute(InternalContextAdapter context) {
        return isRange ? range(context) : map(context);
    }

    private @Nullable Object range(InternalContextAdapter context) {
        if (!(jjtGetChild(0).value(context) instanceof Number from)
                || !(jjtGetChild(1).value(context) instanceof Number to)) {
            return null;
        }
        int first = from.intValue();
        int last = to.intValue();
        long size = Math.abs((long) last - first) + 1;
        Budget.current().made(size);
        List<Object> range = new ArrayList<>((int) size);
        int step = first <= last ? 1 : -1;
        for (long i = 0; i < size; i++) {
            range.add((int) (first + i * step));
        }
        return range;
    }

    private Map<Object, @Nullable Object> map(InternalContextAdapter context) {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < jjtGetNumChildren(); i += 2) {
            Object key = jjtGetChild(i).value(context);
            if (key == null || key instanceof Absent) {
                continue;
            }
            try {
                map.put(Arguments.key(key), jjtGetChild(i + 1).value(context));
            } catch (IllegalArgumentException e) {
                throw new TemplateFailureException(
                        TemplateFailureException.Reason.ERROR,
                        "The mapping template writes a map whose key is a list or map");
            }
        }
        return map;
    }
}
