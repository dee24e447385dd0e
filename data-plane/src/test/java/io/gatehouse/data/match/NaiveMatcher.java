// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.match;

import io.gatehouse.contract.served.PathMatcher;
import io.gatehouse.contract.served.PathMatcher.Segment;
import io.gatehouse.contract.served.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of matching, route by route and as plainly as they can be said. */
final class NaiveMatcher {
    private NaiveMatcher() {}

    static Optional<Route> find(List<Route> routes, String verb, String path) {
        List<String> parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        return routes.stream()
                .filter(route -> route.verb() == null || route.verb().equals(verb))
                .filter(route -> matches(((PathMatcher.Segments) route.path()).segments(), parts))
                .min(Comparator.comparingInt(Route::rank));
    }

    private static boolean matches(List<Segment> segments, List<String> parts) {
        boolean greedy = !segments.isEmpty() && segments.getLast() instanceof Segment.Greedy;
        if (greedy ? parts.size() < segments.size() : parts.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) instanceof Segment.Literal literal
                    && !literal.text().equals(decode(parts.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
