// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule about a package says nothing while the package is empty: what the other rules name must be there. */
final class PresenceRules {

    private PresenceRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("rules-name-what-is-there", PresenceRules::missingPackages),
                new Rule("the-composition-class-is-there", PresenceRules::missingComposition),
                new Rule("nouns-are-recognised", PresenceRules::missingNouns));
    }

    private static List<Rule.Violation> missingPackages(Evidence evidence) {
        Set<String> there =
                evidence.classes().stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        return DependencyRules.namedPackages().stream()
                .filter(name -> there.stream().noneMatch(has -> has.equals(name) || has.startsWith(name + ".")))
                .map(name -> new Rule.Violation(name, "a rule names package " + name + ", which has no class"))
                .toList();
    }

    /** The control plane's rules go by these; were nouns built otherwise one day, the rules would see none of them. */
    private static List<Rule.Violation> missingNouns(Evidence evidence) {
        return Stream.of(ControlPlaneRules.ENTITY, ControlPlaneRules.PATH)
                .filter(mark -> evidence.classes().stream()
                        .noneMatch(type -> type.getPackageName().startsWith("io.gatehouse.control.")
                                && type.isAnnotatedWith(mark)))
                .map(mark -> new Rule.Violation(
                        mark, "a rule goes by @" + mark + ", which no class of the control plane has"))
                .toList();
    }

    private static List<Rule.Violation> missingComposition(Evidence evidence) {
        return evidence.classes().contain(DependencyRules.COMPOSITION)
                ? List.of()
                : List.of(new Rule.Violation(DependencyRules.COMPOSITION, "a rule names it, and it is not there"));
    }
}
