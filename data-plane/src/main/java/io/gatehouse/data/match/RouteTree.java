// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.match;

import io.gatehouse.contract.served.PathMatcher;
import io.gatehouse.contract.served.PathMatcher.Segment;
import io.gatehouse.contract.served.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The routes of one API as a tree of path segments, built once and never changed.
 *
 * <p>Of all routes that match, the one of the lowest rank wins, whatever the ranks are. Each node knows the lowest
 * rank below it, so a search goes into the most promising branch first and leaves out every branch that cannot beat
 * what it has found: where ranks follow the tree (literal before variable before greedy), the first hit ends it. A
 * search visits a node at most once, and at most three children of each, however many routes there are.
 *
 * <p>A segment of a literal is compared with percent escapes resolved. Empty segments do not count, so
 * {@code //pets/} is {@code /pets}; a greedy variable needs one segment at least and keeps what is between its
 * first and its last as it was sent.
 *
 * @param <T> what is held for each route
 */
public final class RouteTree<T> {
    private final Node<T> root;

    private RouteTree(Node<T> root) {
        this.root = root;
    }

    /**
     * Builds the tree.
     *
     * @param value what to hold for a route; asked once per route
     */
    public static <T> RouteTree<T> of(List<Route> routes, Function<Route, T> value) {
        Growing<T> root = new Growing<>();
        for (Route route : routes) {
            switch (route.path()) {
                case PathMatcher.Segments path -> root.add(path.segments(), 0, new Terminal<>(route, value));
            }
        }
        return new RouteTree<>(root.freeze());
    }

    /**
     * The route that answers.
     *
     * @param verb the request's method
     * @param path the raw path below the API, percent-encoded
     * @return {@code null} when no route does
     */
    public @Nullable Match<T> find(String verb, String path) {
        return new Search<T>(verb, path).run(root);
    }

    /** How many nodes a search looks at. */
    int visits(String verb, String path) {
        Search<T> search = new Search<>(verb, path);
        search.run(root);
        return search.visited;
    }

    /** One lookup. */
    private static final class Search<T> {
        private final String verb;
        private final String path;
        private @Nullable Terminal<T> best;
        private int bestRank = Integer.MAX_VALUE;
        private int visited;

        Search(String verb, String path) {
            this.verb = verb;
            this.path = path;
        }

        @Nullable
        Match<T> run(Node<T> root) {
            visit(root, 0);
            return best == null ? null : best.match(path);
        }

        private void visit(Node<T> node, int from) {
            visited++;
            int start = PathSegments.start(path, from);
            if (start == path.length()) {
                offer(node.ending);
                return;
            }
            int end = PathSegments.end(path, start);
            Node<T> literal = node.literals == null ? null : node.literals.find(path, start, end);
            Node<T> variable = node.variable;
            if (literal != null && variable != null && variable.lowestRank < literal.lowestRank) {
                descend(variable, end);
                descend(literal, end);
            } else {
                descend(literal, end);
                descend(variable, end);
            }
            offer(node.greedy);
        }

        private void descend(@Nullable Node<T> node, int from) {
            if (node != null && mayBeat(node.lowestRank)) {
                visit(node, from);
            }
        }

        private boolean mayBeat(int rank) {
            return best == null || rank < bestRank;
        }

        /** Takes the first of these that answers the verb, if it beats what was found; they are sorted by rank. */
        private void offer(Terminal<T>[] terminals) {
            for (Terminal<T> terminal : terminals) {
                if (!mayBeat(terminal.rank)) {
                    return;
                }
                if (terminal.verb == null || terminal.verb.equals(verb)) {
                    best = terminal;
                    bestRank = terminal.rank;
                    return;
                }
            }
        }
    }

    /** A place in the tree. */
    private static final class Node<T> {
        final @Nullable Literals<Node<T>> literals;
        final @Nullable Node<T> variable;
        final Terminal<T>[] ending;
        final Terminal<T>[] greedy;
        final int lowestRank;

        Node(Map<String, Node<T>> literals, @Nullable Node<T> variable, Terminal<T>[] ending, Terminal<T>[] greedy) {
            this.literals = literals.isEmpty() ? null : new Literals<>(literals);
            this.variable = variable;
            this.ending = ending;
            this.greedy = greedy;
            int lowest = variable == null ? Integer.MAX_VALUE : variable.lowestRank;
            for (Node<T> literal : literals.values()) {
                lowest = Math.min(lowest, literal.lowestRank);
            }
            lowest = ending.length == 0 ? lowest : Math.min(lowest, ending[0].rank);
            this.lowestRank = greedy.length == 0 ? lowest : Math.min(lowest, greedy[0].rank);
        }
    }

    /** A place in the tree while it is built. */
    private static final class Growing<T> {
        private final Map<String, Growing<T>> literals = new HashMap<>();
        private @Nullable Growing<T> variable;
        private final Terminals<T> ending = new Terminals<>();
        private final Terminals<T> greedy = new Terminals<>();

        void add(List<Segment> path, int depth, Terminal<T> terminal) {
            if (depth == path.size()) {
                ending.add(terminal);
                return;
            }
            switch (path.get(depth)) {
                case Segment.Literal literal ->
                    literals.computeIfAbsent(literal.text(), text -> new Growing<>())
                            .add(path, depth + 1, terminal);
                case Segment.Variable ignored -> {
                    Growing<T> next = variable == null ? new Growing<>() : variable;
                    variable = next;
                    next.add(path, depth + 1, terminal);
                }
                case Segment.Greedy last -> {
                    if (depth + 1 < path.size()) {
                        throw new IllegalArgumentException("a greedy variable has to come last: " + last.name());
                    }
                    greedy.add(terminal);
                }
            }
        }

        Node<T> freeze() {
            Map<String, Node<T>> frozen = new HashMap<>();
            literals.forEach((text, node) -> frozen.put(text, node.freeze()));
            return new Node<>(frozen, variable == null ? null : variable.freeze(), ending.sorted(), greedy.sorted());
        }
    }
}
