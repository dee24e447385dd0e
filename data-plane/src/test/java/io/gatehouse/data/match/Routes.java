// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.match;

import io.gatehouse.contract.served.Admission;
import io.gatehouse.contract.served.AuthorizationSpec;
import io.gatehouse.contract.served.IntegrationSpec;
import io.gatehouse.contract.served.PathMatcher;
import io.gatehouse.contract.served.PathMatcher.Segment;
import io.gatehouse.contract.served.Route;
import io.gatehouse.contract.served.RouteSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Routes for tests, written as {@code "GET /pets/{id}"} or {@code "ANY /{proxy+}"}. */
final class Routes {
    private Routes() {}

    /** In the order given: the first has the lowest rank. */
    static List<Route> ranked(String... texts) {
        List<Route> routes = new ArrayList<>();
        for (String text : texts) {
            routes.add(route(text, routes.size()));
        }
        return routes;
    }

    static Route route(String text, int rank) {
        int space = text.indexOf(' ');
        String verb = text.substring(0, space);
        return route(verb.equals("ANY") ? null : verb, segments(text.substring(space + 1)), rank, text);
    }

    static Route route(@Nullable String verb, List<Segment> segments, int rank, String id) {
        return new Route(
                id,
                id,
                verb,
                new PathMatcher.Segments(segments),
                rank,
                new Admission(new AuthorizationSpec.Open(), null),
                new IntegrationSpec.Unserved("a test"),
                RouteSettings.NONE);
    }

    private static List<Segment> segments(String path) {
        List<Segment> segments = new ArrayList<>();
        for (String part : path.substring(1).split("/")) {
            if (part.endsWith("+}")) {
                segments.add(new Segment.Greedy(part.substring(1, part.length() - 2)));
            } else if (part.startsWith("{")) {
                segments.add(new Segment.Variable(part.substring(1, part.length() - 1)));
            } else if (!part.isEmpty()) {
                segments.add(new Segment.Literal(part));
            }
        }
        return segments;
    }
}
