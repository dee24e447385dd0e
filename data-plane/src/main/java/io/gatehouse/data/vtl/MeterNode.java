// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.io.Writer;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;

/**
 * First child of every block of a template; writes nothing and charges the block's size to the budget. Loops, macros and
 * definitions can only repeat blocks, so nothing runs longer than the budget allows.
 */
final class MeterNode extends SimpleNode {
    private final int weight;

    private MeterNode(int weight) {
        super(0);
        this.weight = weight;
        this.literal = "";
    }

    /** Puts a meter before the other children of a block. */
    static void install(Node block, int weight) {
        for (int i = block.jjtGetNumChildren(); i > 0; i--) {
            block.jjtAddChild(block.jjtGetChild(i - 1), i);
        }
        MeterNode meter = new MeterNode(weight);
        meter.jjtSetParent(block);
        block.jjtAddChild(meter, 0);
    }

    @Override
    public Object init(InternalContextAdapter context, Object data) {
        return data;
    }

    @Override
    public boolean render(InternalContextAdapter context, Writer writer) {
        Budget.current().nodes(weight);
        return true;
    }
}
