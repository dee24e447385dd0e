// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

import java.util.List;

/** Which paths a route answers. */
public sealed interface PathMatcher {

    /** A path segment by segment; a greedy variable can only come last. */
    record Segments(List<Segment> segments) implements PathMatcher {
        public Segments {
            segments = List.copyOf(segments);
        }
    }

    /** One segment of a path template. */
    sealed interface Segment {

        /** Exactly this text. */
        record Literal(String text) implements Segment {}

        /** Any one segment, under a name. */
        record Variable(String name) implements Segment {}

        /** One or more segments to the path's end, under a name. */
        record Greedy(String name) implements Segment {}
    }
}
