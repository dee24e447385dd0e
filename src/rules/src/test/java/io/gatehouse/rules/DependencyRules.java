// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who may import whom. */
final class DependencyRules {

    static final String CONTRACT = "io.gatehouse.contract..";
    static final String DATA = "io.gatehouse.data..";
    static final String CONTROL = "io.gatehouse.control..";
    static final String DATA_ROOT = "io.gatehouse.data.";
    static final List<String> STEPS = List.of(
            "trace", "authorize", "throttle", "compress", "validate", "cache", "transform", "integrate", "respond");

    /** The one class of the control plane that knows the data plane. */
    static final String COMPOSITION = "io.gatehouse.control.boot.EmbeddedDataPlane";

    private static final String[] JAVA = {"java..", "javax.crypto..", "javax.net..", "org.jspecify.."};

    private DependencyRules() {}

    static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        rules.add(Rule.ofClasses(
                "contract-is-pure",
                classes().that().resideInAPackage(CONTRACT).should().onlyDependOnClassesThat(inAny(CONTRACT))));
        rules.add(Rule.ofClasses(
                "data-plane-uses-named-libraries",
                classes().that().resideInAPackage(DATA).should().onlyDependOnClassesThat(inAny(dataPlaneMayUse()))));
        rules.add(never("data-plane-knows-no-control-plane", resideInAPackage(DATA), resideInAPackage(CONTROL)));
        rules.add(never(
                "one-class-of-the-control-plane-knows-the-data-plane",
                resideInAPackage(CONTROL).and(DescribedPredicate.not(composition())),
                resideInAPackage(DATA)));
        rules.add(never(
                "client-and-testkit-know-no-plane",
                resideInAnyPackage("io.gatehouse.client..", "io.gatehouse.testkit.."),
                resideInAnyPackage(DATA, CONTROL)));
        rules.add(never(
                "engine-knows-no-rest-api",
                resideInAnyPackage(engine()),
                resideInAPackage("io.gatehouse.contract.rest..")));
        for (String step : STEPS) {
            rules.add(never(
                    "step-" + step + "-knows-no-other-step",
                    resideInAPackage(step(step)),
                    resideInAnyPackage(stepsBut(step))));
        }
        rules.add(never(
                "pipeline-knows-no-step",
                resideInAPackage(step("pipeline")),
                resideInAnyPackage(stepsBut("pipeline"))));
        rules.add(never(
                "only-compile-knows-the-steps",
                resideInAPackage(DATA)
                        .and(DescribedPredicate.not(resideInAnyPackage(stepsBut("compile"))))
                        .and(DescribedPredicate.not(resideInAnyPackage(step("compile"), step("pipeline")))),
                resideInAnyPackage(stepsBut("compile"))));
        rules.add(never(
                "vtl-knows-neither-vertx-nor-the-pipeline",
                resideInAPackage(step("vtl")),
                resideInAnyPackage("io.vertx..", "io.netty..", DATA)
                        .and(DescribedPredicate.not(resideInAnyPackage(step("vtl"), step("regex"))))));
        rules.add(never(
                "schema-knows-neither-vertx-nor-the-pipeline",
                resideInAPackage(step("schema")),
                resideInAnyPackage("io.vertx..", "io.netty..", "java.net.http..", DATA)
                        .and(DescribedPredicate.not(resideInAnyPackage(step("schema"), step("regex"))))));
        rules.add(Rule.ofClasses(
                "no-package-cycles",
                SlicesRuleDefinition.slices()
                        .matching("io.gatehouse.(**)")
                        .should()
                        .beFreeOfCycles()));
        return rules;
    }

    /** All packages that a rule here names. */
    static List<String> namedPackages() {
        return Stream.concat(
                        Stream.of("io.gatehouse.contract.rest", "io.gatehouse.client", "io.gatehouse.testkit"),
                        Stream.concat(STEPS.stream(), Stream.of("pipeline", "match", "compile", "vtl", "schema"))
                                .map(step -> DATA_ROOT + step))
                .toList();
    }

    private static Rule never(
            String name, DescribedPredicate<JavaClass> from, DescribedPredicate<? super JavaClass> to) {
        return Rule.ofClasses(name, noClasses().that(from).should().dependOnClassesThat(to));
    }

    private static DescribedPredicate<JavaClass> composition() {
        return DescribedPredicate.describe(
                "the composition class",
                type -> type.getName().equals(COMPOSITION) || type.getName().startsWith(COMPOSITION + "$"));
    }

    private static String[] dataPlaneMayUse() {
        return Stream.concat(
                        Stream.of(DATA, CONTRACT),
                        Project.lines("data-plane-libraries.txt").stream().map(line -> line.split("\\s+", 2)[0] + ".."))
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> inAny(String... packages) {
        String[] all =
                Stream.concat(Arrays.stream(packages), Arrays.stream(JAVA)).toArray(String[]::new);
        return DescribedPredicate.describe(
                "are in " + List.of(all),
                type -> type.isPrimitive()
                        || type.getBaseComponentType().isPrimitive()
                        || resideInAnyPackage(all).test(type.getBaseComponentType()));
    }

    private static String[] engine() {
        return Stream.concat(STEPS.stream(), Stream.of("pipeline", "match"))
                .map(DependencyRules::step)
                .toArray(String[]::new);
    }

    private static String[] stepsBut(String one) {
        return STEPS.stream()
                .filter(step -> !step.equals(one))
                .map(DependencyRules::step)
                .toArray(String[]::new);
    }

    private static String step(String name) {
        return DATA_ROOT + name + "..";
    }
}
