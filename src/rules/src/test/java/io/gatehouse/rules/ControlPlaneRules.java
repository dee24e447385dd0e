// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the control plane's nouns are cut. */
final class ControlPlaneRules {

    static final String ENTITY = "jakarta.persistence.Entity";
    static final String PATH = "jakarta.ws.rs.Path";

    private ControlPlaneRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.ofClasses(
                        "no-entity-in-an-operation",
                        methods()
                                .that()
                                .areDeclaredInClassesThat()
                                .haveSimpleNameEndingWith("Operations")
                                .and()
                                .areDeclaredInClassesThat()
                                .resideInAPackage(DependencyRules.CONTROL)
                                .and()
                                .arePublic()
                                .should(showNoEntity())),
                Rule.ofClasses(
                        "no-noun-uses-another-noun's-operations-or-patches",
                        classes()
                                .that()
                                .resideInAPackage(DependencyRules.CONTROL)
                                .should(keepToItself())),
                Rule.ofClasses(
                        "operations-are-named-operations",
                        noClasses()
                                .that()
                                .resideInAPackage(DependencyRules.CONTROL)
                                .and()
                                .haveSimpleNameNotEndingWith("Operations")
                                .should()
                                .beAnnotatedWith(PATH)));
    }

    /** A type of a signature must not be an entity, nor reach one through the fields of our own types. */
    private static ArchCondition<JavaMethod> showNoEntity() {
        return new ArchCondition<>("show no entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Set<JavaClass> seen = new HashSet<>();
                Deque<JavaClass> open = new ArrayDeque<>(method.getAllInvolvedRawTypes());
                while (!open.isEmpty()) {
                    JavaClass type = open.pop().getBaseComponentType();
                    if (!seen.add(type)) {
                        continue;
                    }
                    if (type.isAnnotatedWith(ENTITY)) {
                        events.add(SimpleConditionEvent.violated(
                                method, "Method <" + method.getFullName() + "> shows entity " + type.getName()));
                    } else if (type.getPackageName().startsWith("io.gatehouse.")) {
                        type.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                .forEach(field -> open.addAll(field.getAllInvolvedRawTypes()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> keepToItself() {
        DescribedPredicate<JavaClass> closed = DescribedPredicate.describe(
                "operations or patches",
                type -> type.getPackageName().startsWith("io.gatehouse.control.")
                        && (type.isAnnotatedWith(PATH) || type.getSimpleName().matches(".+(Operations|Patch)")));
        return new ArchCondition<>("use no other noun's operations or patches") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> closed.test(use.getTargetClass()))
                        .filter(use -> !use.getTargetClass().getPackageName().equals(type.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }
}
