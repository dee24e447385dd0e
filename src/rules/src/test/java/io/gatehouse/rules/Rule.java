// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One rule of the design.
 *
 * @param name how the list of exceptions calls it
 * @param check finds what breaks it
 */
record Rule(String name, Function<Evidence, List<Violation>> check) {

    /** The first class or member that ArchUnit puts between angle brackets. */
    private static final Pattern SUBJECT = Pattern.compile("<([\\w.$]+)");

    /**
     * What breaks a rule.
     *
     * @param subject the class, member, file or package, as the list of exceptions would name it
     * @param text what a reader needs to put it right
     */
    record Violation(String subject, String text) {}

    /** A rule over classes. Whether there are any for it is a rule of its own, see {@link PresenceRules}. */
    static Rule ofClasses(String name, ArchRule rule) {
        ArchRule evenOfNone = rule.allowEmptyShould(true);
        return new Rule(
                name,
                evidence -> evenOfNone.evaluate(evidence.classes()).getFailureReport().getDetails().stream()
                        .map(detail -> new Violation(subject(detail), detail))
                        .toList());
    }

    /** A rule over source files, one by one. */
    static Rule ofSources(String name, Function<SourceFile, List<Violation>> check) {
        return new Rule(
                name,
                evidence -> evidence.sources().stream()
                        .flatMap(file -> check.apply(file).stream())
                        .toList());
    }

    List<Violation> violations(Evidence evidence) {
        return check.apply(evidence);
    }

    private static String subject(String detail) {
        Matcher matcher = SUBJECT.matcher(detail);
        return matcher.find() ? matcher.group(1) : detail.lines().findFirst().orElse("");
    }
}
