// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each rule is seen to fail, so that a rule which keeps silent means something. */
final class ExampleTest {

    private final Path folder;

    ExampleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @TestFactory
    Stream<DynamicTest> aBreachIsReportedBy() {
        return Rules.ALL.stream().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> reports(rule)));
    }

    private void reports(Rule rule) {
        Example example = Examples.byRule().get(rule.name());
        if (example == null) {
            throw new AssertionError("there is no example for " + rule.name());
        }
        assertThat(rule.violations(example.evidence(folder.resolve(rule.name()))))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.subject()).isNotBlank());
    }

    @Test
    void everyExampleIsForARule() {
        List<String> rules = Rules.ALL.stream().map(Rule::name).toList();
        assertThat(rules).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(Examples.byRule().keySet())).isEqualTo(new TreeSet<>(rules));
    }

    /** What the rules allow by name is allowed, and what is just within a limit is not refused. */
    @Test
    void goodCodeBreaksNoRule() {
        Example good = new Example()
                .type("io.gatehouse.data", "public class DataPlane {}")
                .type("io.vertx.core", "public class Vertx {}")
                .type("io.gatehouse.data.cache", "class Cache { io.vertx.core.Vertx vertx; int[] sizes; }")
                .type(
                        "io.gatehouse.control.boot",
                        "class EmbeddedDataPlane { Runnable r = () -> new io.gatehouse.data.DataPlane(); }")
                .type(
                        "io.gatehouse.contract.served",
                        "record Fine(int a, int b, int c, int d, int e, int f, int g, int h) {"
                                + " static int i; long at(java.time.Clock clock) { return java.time.Instant.now(clock).toEpochMilli(); } }")
                .type(
                        "io.gatehouse.control.stage",
                        "record StageView(int a, int b, int c, int d, int e, int f, int g, int h, int i) { StageView {} }")
                .test("io.gatehouse.data", "class FineTest { @interface Test {} @Test void a() {} }");
        Evidence evidence = good.evidence(folder.resolve("good"));
        for (Rule rule : Rules.ALL) {
            if (!List.of("rules-name-what-is-there", "nouns-are-recognised", "package-info")
                    .contains(rule.name())) {
                assertThat(rule.violations(evidence)).as(rule.name()).isEmpty();
            }
        }
    }
}
