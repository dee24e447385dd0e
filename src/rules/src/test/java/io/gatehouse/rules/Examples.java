// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** For each rule, by its name, a small example that breaks it. */
final class Examples {

    private static final String DATA = "io.gatehouse.data";
    private static final String CONTROL = "io.gatehouse.control";

    private Examples() {}

    static Map<String, Example> byRule() {
        Map<String, Example> examples = new HashMap<>();
        dependencies(examples);
        controlPlane(examples);
        style(examples);
        sizes(examples);
        sources(examples);
        return examples;
    }

    private static void dependencies(Map<String, Example> examples) {
        examples.put(
                "contract-is-pure",
                vertx().type("io.gatehouse.contract.served", "class Bad { io.vertx.core.Vertx[] v; }"));
        examples.put(
                "data-plane-uses-named-libraries",
                new Example()
                        .type("io.quarkus.arc", "public class Arc {}")
                        .type(DATA + ".listen", "class Bad { Object o = new io.quarkus.arc.Arc(); }"));
        examples.put("data-plane-knows-no-control-plane", uses(DATA + ".table", CONTROL + ".stage"));
        examples.put("one-class-of-the-control-plane-knows-the-data-plane", uses(CONTROL + ".boot", DATA));
        examples.put("client-and-testkit-know-no-plane", uses("io.gatehouse.testkit", CONTROL + ".boot"));
        examples.put("engine-knows-no-rest-api", uses(DATA + ".match", "io.gatehouse.contract.rest"));
        for (String step : DependencyRules.STEPS) {
            String other = step.equals("cache") ? "throttle" : "cache";
            examples.put("step-" + step + "-knows-no-other-step", uses(DATA + "." + step, DATA + "." + other));
        }
        examples.put("pipeline-knows-no-step", uses(DATA + ".pipeline", DATA + ".respond"));
        examples.put("only-compile-knows-the-steps", uses(DATA + ".listen", DATA + ".authorize"));
        examples.put("vtl-knows-neither-vertx-nor-the-pipeline", uses(DATA + ".vtl", DATA + ".pipeline"));
        examples.put("schema-knows-neither-vertx-nor-the-pipeline", uses(DATA + ".schema", DATA + ".pipeline"));
        examples.put(
                "no-package-cycles",
                uses("io.gatehouse.control.a", "io.gatehouse.control.b")
                        .type("io.gatehouse.control.b", "class Back { io.gatehouse.control.a.Ours a; }")
                        .type("io.gatehouse.control.a", "public class Ours {}"));
        examples.put("rules-name-what-is-there", new Example().type(DATA, "class Lonely {}"));
        examples.put("nouns-are-recognised", new Example().type(CONTROL + ".stage", "class StageOperations {}"));
        examples.put("the-composition-class-is-there", new Example().type(CONTROL + ".boot", "class Lonely {}"));
    }

    private static void controlPlane(Map<String, Example> examples) {
        String stage = CONTROL + ".stage";
        examples.put(
                "no-entity-in-an-operation",
                new Example()
                        .type("jakarta.persistence", "public @interface Entity {}")
                        .type(stage, "@jakarta.persistence.Entity class Stage {}")
                        .type(stage, "record StageView(java.util.List<Stage> stages) {}")
                        .type(stage, "class StageOperations { public StageView getStage() { return null; } }"));
        examples.put(
                "no-noun-uses-another-noun's-operations-or-patches",
                new Example()
                        .type(stage, "public class StagePatch {}")
                        .type(CONTROL + ".deployment", "class Deployments { " + stage + ".StagePatch p; }"));
        examples.put(
                "operations-are-named-operations",
                new Example()
                        .type(
                                "jakarta.ws.rs",
                                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Path {}")
                        .type(stage, "@jakarta.ws.rs.Path class StageResource {}"));
    }

    private static void style(Map<String, Example> examples) {
        examples.put("no-empty-names", new Example().type(DATA, "class A { static class BodyHelper {} }"));
        examples.put(
                "time-randomness-and-environment-come-from-outside",
                new Example()
                        .type(DATA, "class A { java.util.function.Supplier<Object> s = java.time.Instant::now; }"));
        examples.put("no-printing", new Example().type(DATA, "class A { void a() { System.out.println(); } }"));
        examples.put(
                "one-way-to-log",
                new Example()
                        .type("org.slf4j", "public class Logger {}")
                        .type(CONTROL, "class A { org.slf4j.Logger logger; }"));
    }

    private static void sizes(Map<String, Example> examples) {
        String statements = "int i;\n".repeat(60);
        examples.put("main-file-length", new Example().type(DATA, "class A {\n" + "\n".repeat(400) + "}"));
        examples.put("test-file-length", new Example().test(DATA, "class A {\n" + "\n".repeat(600) + "}"));
        examples.put(
                "method-length",
                new Example().type(DATA, "class A { static class B { void a() {\n" + blocks(statements) + "} } }"));
        examples.put("method-parameters", new Example().type(DATA, "class A { void a(" + parameters(6) + ") {} }"));
        examples.put("constructor-parameters", new Example().type(DATA, "class A { A(" + parameters(9) + ") {} }"));
        examples.put("record-components", new Example().type(DATA, "record A(" + parameters(9) + ") {}"));
    }

    private static void sources(Map<String, Example> examples) {
        String path = "module/src/main/java/io/gatehouse/data/";
        examples.put("licence-header", new Example().raw(path + "A.java", "package io.gatehouse.data;\nclass A {}"));
        examples.put("package-info", new Example().type(DATA, "class A {}"));
        examples.put(
                "package-info-says-what-for",
                new Example()
                        .raw(
                                path + "package-info.java",
                                "/** Root package. */ @NullMarked package io.gatehouse.data;"));
        examples.put("test-names", new Example().test(DATA, "class Checks { @Test void a() {} }"));
        examples.put("no-leftovers", new Example().type(DATA, "class A {} // TO" + "DO"));
        examples.put(
                "no-mocking-library",
                new Example().test(DATA, "import org.mockito.Mockito; class ATest { @Test void a() {} }"));
    }

    private static Example vertx() {
        return new Example().type("io.vertx.core", "public class Vertx {}");
    }

    private static Example uses(String from, String to) {
        return new Example().type(to, "public class Theirs {}").type(from, "class User { " + to + ".Theirs theirs; }");
    }

    private static String parameters(int count) {
        return IntStream.range(0, count).mapToObj(i -> "int p" + i).collect(Collectors.joining(", "));
    }

    private static String blocks(String statements) {
        return statements.lines().map(line -> "{ " + line + " }").collect(Collectors.joining("\n"));
    }
}
