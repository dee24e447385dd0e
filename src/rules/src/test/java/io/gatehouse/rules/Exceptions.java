// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The list of exceptions, which remembers what of it was needed. */
final class Exceptions {

    private final List<Line> lines;
    private final Set<Line> used = new HashSet<>();

    private Exceptions(List<Line> lines) {
        this.lines = lines;
    }

    static Exceptions parse(List<String> text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text) {
            String[] parts = line.split("\\s+", 3);
            if (parts.length < 3) {
                throw new IllegalArgumentException("an exception is a rule, a subject and a reason, not: " + line);
            }
            lines.add(new Line(parts[0], parts[1]));
        }
        return new Exceptions(List.copyOf(lines));
    }

    /** Whether this breach is let pass; every line that lets it pass counts as needed. */
    boolean allow(String rule, Rule.Violation violation) {
        boolean allowed = false;
        for (Line line : lines) {
            if (line.rule.equals(rule) && line.matches(violation.subject())) {
                used.add(line);
                allowed = true;
            }
        }
        return allowed;
    }

    /** The lines that let nothing pass since this list was read. */
    List<String> unused() {
        return lines.stream()
                .filter(line -> !used.contains(line))
                .map(line -> line.rule + " " + line.subject)
                .toList();
    }

    private record Line(String rule, String subject) {

        boolean matches(String other) {
            String[] literal = subject.split("\\*", -1);
            for (int i = 0; i < literal.length; i++) {
                literal[i] = Pattern.quote(literal[i]);
            }
            return other.matches(String.join(".*", literal));
        }
    }
}
