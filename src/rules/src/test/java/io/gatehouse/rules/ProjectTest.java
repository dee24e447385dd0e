// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.rules.Rule.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The project keeps its rules, one test a rule. */
final class ProjectTest {

    private static final Evidence PROJECT = Project.evidence();
    private static final Map<String, List<Violation>> FOUND = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> theProjectKeeps() {
        Exceptions exceptions = exceptions();
        return Rules.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(),
                        () -> assertThat(violations(rule).stream()
                                        .filter(violation -> !exceptions.allow(rule.name(), violation))
                                        .map(Violation::text))
                                .as("what breaks rule %s (exceptions: src/rules/exceptions.txt)", rule.name())
                                .isEmpty()));
    }

    @Test
    void everyExceptionIsStillNeeded() {
        Exceptions exceptions = exceptions();
        for (Rule rule : Rules.ALL) {
            violations(rule).forEach(violation -> exceptions.allow(rule.name(), violation));
        }
        assertThat(exceptions.unused())
                .as("lines of src/rules/exceptions.txt that have to go")
                .isEmpty();
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(PROJECT.classes().size()).isGreaterThan(100);
        assertThat(PROJECT.sources().size()).isGreaterThan(100);
        Set<String> modules = new HashSet<>();
        PROJECT.sources().forEach(file -> modules.add(file.module()));
        assertThat(modules)
                .contains(
                        "sdk/contract",
                        "sdk/client",
                        "sdk/testkit",
                        "data-plane",
                        "control-plane",
                        "src/rules",
                        "src/stress",
                        "src/benchmarks",
                        "src/e2e");
    }

    private static List<Violation> violations(Rule rule) {
        return FOUND.computeIfAbsent(rule.name(), _ -> rule.violations(PROJECT));
    }

    private static Exceptions exceptions() {
        return Exceptions.parse(Project.lines("exceptions.txt"));
    }
}
