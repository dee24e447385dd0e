// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path template of a patch table: literal segments, <code>{name}</code> for any one segment, <code>{name+}</code> (once)
 * for one or more. Captures are never empty.
 */
final class PatchPath {

    private final String template;
    private final List<String> segments;
    private final int greedy;

    PatchPath(String template) {
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("no patch path: " + template);
        }
        this.template = template;
        this.segments = JsonPointer.split(template);
        this.greedy = greedyIndex(segments);
    }

    private static int greedyIndex(List<String> segments) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).endsWith("+}")) {
                return i;
            }
        }
        return -1;
    }

    /** The template as it was declared. */
    String template() {
        return template;
    }

    /** What the path's captures are, if it fits. */
    Optional<Captures> match(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        List<String> actual = fold(JsonPointer.split(path));
        if (actual.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> captured = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = segments.get(i);
            String found = actual.get(i);
            if (!isCapture(expected)) {
                if (!expected.equals(JsonPointer.unescape(found))) {
                    return Optional.empty();
                }
            } else if (found.isEmpty()) {
                return Optional.empty();
            } else {
                captured.put(nameOf(expected), found);
            }
        }
        return Optional.of(new Captures(captured));
    }

    /** Joins what the greedy capture takes into one segment. */
    private List<String> fold(List<String> actual) {
        int surplus = actual.size() - segments.size();
        if (greedy < 0 || surplus <= 0) {
            return actual;
        }
        List<String> folded = new ArrayList<>(actual.subList(0, greedy));
        folded.add(String.join("/", actual.subList(greedy, greedy + surplus + 1)));
        folded.addAll(actual.subList(greedy + surplus + 1, actual.size()));
        return folded;
    }

    private static boolean isCapture(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static String nameOf(String capture) {
        return capture.substring(1, capture.length() - (capture.endsWith("+}") ? 2 : 1));
    }
}
