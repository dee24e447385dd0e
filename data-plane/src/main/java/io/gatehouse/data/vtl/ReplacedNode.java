// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a template that takes the place of one of Velocity's own, because that one converts or joins values without
 * a bound. Its rules are those of Velocity 1.x, which AWS runs: a text is never taken for a number.
 */
abstract class ReplacedNode extends SimpleNode {
    ReplacedNode(SimpleNode replaced) {
        super(replaced.getType());
        this.parser = replaced.getParser();
        this.template = replaced.getTemplate();
        this.first = replaced.getFirstToken();
        this.last = replaced.getLastToken();
        this.literal = "";
        this.info = replaced.getInfo();
        jjtSetParent(replaced.jjtGetParent());
        for (int i = 0; i < replaced.jjtGetNumChildren(); i++) {
            Node child = replaced.jjtGetChild(i);
            child.jjtSetParent(this);
            jjtAddChild(child, i);
        }
    }

    @Override
    public Object init(InternalContextAdapter context, Object data) {
        super.init(context, data);
        saveTokenImages();
        cleanupParserAndTokens();
        return data;
    }

    @Override
    @SuppressWarnings("NullAway") // Velocity is not annotated: null is "no value"
    public final Object value(InternalContextAdapter context) {
        return compute(context);
    }

    @Override
    public boolean evaluate(InternalContextAdapter context) {
        Object value = value(context);
        return value != null && !Boolean.FALSE.equals(value) && !(value instanceof Absent);
    }

    abstract @Nullable Object compute(InternalContextAdapter context);
}
