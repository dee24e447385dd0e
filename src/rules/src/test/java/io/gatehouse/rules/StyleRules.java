// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Set;

/** Names, and that time, randomness and environment come from outside. */
final class StyleRules {

    private static final Set<String> IMPURE = Set.of(
            "java.lang.System.currentTimeMillis()",
            "java.lang.System.getenv()",
            "java.lang.System.getenv(java.lang.String)",
            "java.lang.Math.random()",
            "java.util.UUID.randomUUID()",
            "java.util.concurrent.ThreadLocalRandom.current()",
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.LocalTime.now()",
            "java.time.OffsetDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.Clock.systemUTC()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.InstantSource.system()",
            "java.util.Date.<init>()");

    private static final Set<String> IMPURE_CONSTRUCTORS =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

    private StyleRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.ofClasses(
                        "no-empty-names",
                        noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl)(\\$.*)?")),
                Rule.ofClasses(
                        "time-randomness-and-environment-come-from-outside",
                        noClasses().should().accessTargetWhere(impure())),
                Rule.ofClasses("no-printing", GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS),
                Rule.ofClasses(
                        "one-way-to-log",
                        noClasses()
                                .should()
                                .dependOnClassesThat(DescribedPredicate.describe(
                                        "belong to another logging library than JBoss Logging or the JDK's",
                                        (JavaClass type) -> type.getPackageName()
                                                        .startsWith("org.slf4j")
                                                || type.getPackageName().startsWith("org.apache.log")
                                                || type.getPackageName().startsWith("org.apache.commons.logging")))));
    }

    private static DescribedPredicate<JavaAccess<?>> impure() {
        return DescribedPredicate.describe("reads a clock, a source of randomness or the environment", access -> {
            boolean constructor = access.getTarget().getName().equals("<init>");
            return IMPURE.contains(access.getTarget().getFullName())
                    || (constructor
                            && IMPURE_CONSTRUCTORS.contains(
                                    access.getTargetOwner().getName()));
        });
    }
}
