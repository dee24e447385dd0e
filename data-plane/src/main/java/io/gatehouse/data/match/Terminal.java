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

/** A route at its place in the tree. */
final class Terminal<T> {
    final int rank;
    final @Nullable String verb;
    private final T value;
    private final List<Segment> segments;
    private final @Nullable Match<T> constant;

    Terminal(Route route, Function<Route, T> value) {
        this.rank = route.rank();
        this.verb = route.verb();
        this.value = value.apply(route);
        this.segments = switch (route.path()) {
            case PathMatcher.Segments path -> path.segments();
        };
        boolean literal = segments.stream().allMatch(Segment.Literal.class::isInstance);
        this.constant = literal ? new Match<>(this.value, Map.of()) : null;
    }

    /** The match of a path that led here. */
    Match<T> match(String path) {
        return constant == null ? new Match<>(value, capture(path)) : constant;
    }

    private Map<String, String> capture(String path) {
        Map<String, String> parameters = Map.of();
        int end = 0;
        for (Segment segment : segments) {
            int start = PathSegments.start(path, end);
            end = PathSegments.end(path, start);
            switch (segment) {
                case Segment.Literal ignored -> {}
                case Segment.Variable variable ->
                    parameters = with(parameters, variable.name(), path.substring(start, end));
                case Segment.Greedy greedy ->
                    parameters = with(parameters, greedy.name(), PathSegments.rest(path, start));
            }
        }
        return parameters;
    }

    /** Most templates have one variable, and a map of one costs a tenth of a hash map. */
    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        if (parameters.isEmpty()) {
            return Map.of(name, value);
        }
        Map<String, String> more = parameters instanceof HashMap ? parameters : new HashMap<>(parameters);
        more.put(name, value);
        return more;
    }
}
