// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import io.gatehouse.contract.served.PathMatcher.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * A resource's path, parsed. The natural order is AWS's precedence: segment by segment, a literal before a variable
 * before a greedy variable.
 *
 * @param text as its author wrote it
 */
record PathTemplate(String text, List<Segment> segments) implements Comparable<PathTemplate> {

    static PathTemplate parse(String text) {
        List<Segment> segments = new ArrayList<>();
        for (String part : text.split("/")) {
            if (!part.isEmpty()) {
                segments.add(segment(part));
            }
        }
        return new PathTemplate(text, List.copyOf(segments));
    }

    private static Segment segment(String part) {
        if (!part.startsWith("{") || !part.endsWith("}")) {
            return new Segment.Literal(part);
        }
        return part.endsWith("+}")
                ? new Segment.Greedy(part.substring(1, part.length() - 2))
                : new Segment.Variable(part.substring(1, part.length() - 1));
    }

    @Override
    public int compareTo(PathTemplate other) {
        int shared = Math.min(segments.size(), other.segments.size());
        for (int i = 0; i < shared; i++) {
            int difference = weight(segments.get(i)) - weight(other.segments.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        int difference = segments.size() - other.segments.size();
        return difference != 0 ? difference : text.compareTo(other.text);
    }

    private static int weight(Segment segment) {
        return switch (segment) {
            case Segment.Literal ignored -> 0;
            case Segment.Variable ignored -> 1;
            case Segment.Greedy ignored -> 2;
        };
    }
}
