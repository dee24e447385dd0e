// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.velocity.Template;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.Renderable;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.node.ASTBlock;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.ResourceManager;
import org.apache.velocity.util.DuckType;
import org.apache.velocity.util.introspection.Uberspect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/**
 * Velocity, set up once for all templates: it behaves like the 1.x line that AWS runs, reads no file, writes no log, and every
 * tree that it parses is rewritten so that its work is counted.
 */
final class TemplateEngine extends RuntimeInstance {
    /** Directives that load or compile something at run time. */
    private static final Set<String> REFUSED = Set.of("include", "parse", "evaluate");

    /** AWS: iterations of one {@code #foreach}. */
    private static final int ITERATIONS = 1_000;

    private static final int MACRO_DEPTH = 20;

    /** The one engine; after the constants that its construction reads. */
    static final TemplateEngine SHARED = new TemplateEngine();

    private final Uberspect vocabulary = new Vocabulary();

    private TemplateEngine() {
        setProperty(RuntimeConstants.RUNTIME_LOG_INSTANCE, NOPLogger.NOP_LOGGER);
        setProperty(RuntimeConstants.RESOURCE_MANAGER_INSTANCE, new NoResources());
        setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, "org.apache.velocity.util.introspection.SecureUberspector");
        setProperty(RuntimeConstants.CONVERSION_HANDLER_CLASS, "none");
        setProperty(RuntimeConstants.PARSER_POOL_SIZE, 2);
        setProperty(RuntimeConstants.MAX_NUMBER_LOOPS, ITERATIONS);
        setProperty(RuntimeConstants.VM_MAX_DEPTH, MACRO_DEPTH);
        setProperty(RuntimeConstants.VM_PERM_INLINE_LOCAL, true);
        setProperty(RuntimeConstants.VM_ENABLE_BC_MODE, true);
        setProperty(RuntimeConstants.SPACE_GOBBLING, "bc");
        setProperty(RuntimeConstants.CHECK_EMPTY_OBJECTS, false);
        setProperty(RuntimeConstants.PARSER_HYPHEN_ALLOWED, true);
        init();
        REFUSED.forEach(this::removeDirective);
        getApplicationEventCartridge().addReferenceInsertionEventHandler(new Insertion());
        learnKinds();
    }

    /** Velocity remembers per class, in a map that is not safe for threads, how a value tests: let it learn them all now. */
    private static void learnKinds() {
        for (Object value : List.of(
                Absent.VALUE,
                "",
                1,
                1L,
                1.0,
                1f,
                new BigDecimal(1),
                BigInteger.ONE,
                new JsonList(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new ReadOnlyMap(Map.of()))) {
            DuckType.asBoolean(value, false);
        }
    }

    @Override
    public Uberspect getUberspect() {
        return vocabulary;
    }

    @Override
    public Logger getLog() {
        return NOPLogger.NOP_LOGGER;
    }

    @Override
    public SimpleNode parse(Reader reader, Template template) throws ParseException {
        SimpleNode tree = super.parse(reader, template);
        rewrite(tree);
        return tree;
    }

    /** Rewrites what is below a node; answers how many nodes are evaluated when it is, nested blocks not counted. */
    private static int rewrite(Node node) throws ParseException {
        int weight = 1;
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            Node child = node.jjtGetChild(i);
            refuse(child);
            Node replacement = replacement((SimpleNode) child);
            if (replacement != null) {
                node.jjtAddChild(replacement, i);
                child = replacement;
            }
            int childWeight = rewrite(child);
            if (!(child instanceof ASTBlock)) {
                weight += childWeight;
            }
        }
        if (node instanceof ASTBlock) {
            MeterNode.install(node, weight);
        }
        return weight;
    }

    private static @Nullable Node replacement(SimpleNode node) {
        Node replacement = ArithmeticNode.of(node);
        if (replacement == null) {
            replacement = ComparisonNode.of(node);
        }
        return replacement != null ? replacement : LiteralNode.of(node);
    }

    private static void refuse(Node node) throws ParseException {
        if (node instanceof ASTDirective directive && REFUSED.contains(directive.getDirectiveName())) {
            Token token = node.getFirstToken();
            throw new RefusedDirectiveException(
                    "#" + directive.getDirectiveName() + " is not available", token.beginLine, token.beginColumn);
        }
    }

    /** A directive outside the sandbox, at its place in the template. */
    static final class RefusedDirectiveException extends ParseException {
        private static final long serialVersionUID = 1L;

        final transient int line;
        final transient int column;

        RefusedDirectiveException(String message, int line, int column) {
            super(message);
            this.line = line;
            this.column = column;
        }
    }

    /** Prints values our way, and charges their text. */
    private static final class Insertion implements ReferenceInsertionEventHandler {
        /** What Velocity does around a definition's block, in nodes; most of all where it stops a recursion. */
        private static final int RENDERABLE = 32;

        @Override
        @SuppressWarnings("NullAway") // Velocity is not annotated: null means that the reference prints itself
        public Object referenceInsert(Context context, String reference, @Nullable Object value) {
            if (value instanceof Renderable) {
                Budget.current().nodes(RENDERABLE);
                return value;
            }
            return value == null ? null : Printer.text(value, Budget.current());
        }
    }

    /** Templates come from deployments; there is nothing to load. */
    private static final class NoResources implements ResourceManager {
        @Override
        public void initialize(RuntimeServices services) {}

        @Override
        public Resource getResource(String name, int type, String encoding) {
            throw new ResourceNotFoundException("A mapping template loads nothing");
        }

        @Override
        @SuppressWarnings("NullAway") // Velocity is not annotated: null means that no loader knows it
        public String getLoaderNameForResource(String name) {
            return null;
        }
    }
}
