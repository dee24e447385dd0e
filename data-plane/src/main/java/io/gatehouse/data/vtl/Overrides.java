// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code $context.requestOverride} or {@code $context.responseOverride}: groups of named values, and single values. */
final class Overrides {
    private final String name;
    private final Map<String, Group> groups = new LinkedHashMap<>(4);
    private final List<String> singles;
    private final Map<String, String> values = new LinkedHashMap<>(2);

    Overrides(String name, List<String> groups, List<String> singles) {
        this.name = name;
        this.singles = singles;
        for (String group : groups) {
            this.groups.put(group, new Group(name + '.' + group));
        }
    }

    /** A group such as {@code header}; unknown names are an error of ours. */
    Map<String, Object> group(String group) {
        Group found = groups.get(group);
        if (found == null) {
            throw new IllegalArgumentException(group);
        }
        return found;
    }

    @Nullable
    String single(String single) {
        return values.get(single);
    }

    /** What a template reads of this name; null where there is nothing. */
    @Nullable
    Object read(String member) {
        Group group = groups.get(member);
        return group != null ? group : values.get(member);
    }

    boolean accepts(String member) {
        return singles.contains(member);
    }

    void set(String member, Object value, Budget budget) {
        claim(name, member, budget);
        values.put(member, Printer.text(value, budget));
    }

    private static void claim(String group, String parameter, Budget budget) {
        if (!budget.firstOverride(group + '.' + parameter)) {
            throw new TemplateFailureException(
                    TemplateFailureException.Reason.ERROR,
                    "The mapping template sets the same member of $context." + group + " more than once");
        }
    }

    /** The values of one group by parameter name. */
    static final class Group extends LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1L;

        private final String name;

        Group(String name) {
            this.name = name;
        }

        void set(String parameter, Object value, Budget budget) {
            claim(name, parameter, budget);
            put(parameter, value);
        }
    }
}
