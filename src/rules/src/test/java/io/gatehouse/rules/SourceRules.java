// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import io.gatehouse.rules.Rule.Violation;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What every source file has, and what none has. */
final class SourceRules {

    static final String LICENCE = "// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0";

    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern LEFTOVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Set<String> TEST_ANNOTATIONS =
            Set.of("Property", "Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");

    private SourceRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.ofSources("licence-header", SourceRules::licence),
                new Rule("package-info", SourceRules::packagesWithoutInfo),
                Rule.ofSources("package-info-says-what-for", SourceRules::packageInfo),
                Rule.ofSources("test-names", SourceRules::testName),
                Rule.ofSources("no-leftovers", SourceRules::leftover),
                Rule.ofSources("no-mocking-library", SourceRules::mocks));
    }

    private static List<Violation> licence(SourceFile file) {
        return file.text().startsWith(LICENCE + "\n") ? List.of() : file.broken("the first line is not: " + LICENCE);
    }

    private static List<Violation> packagesWithoutInfo(Evidence evidence) {
        Set<String> described = evidence.sources().stream()
                .filter(SourceFile::isPackageInfo)
                .map(file -> file.module() + " " + file.packageName())
                .collect(Collectors.toSet());
        return evidence.sources().stream()
                .filter(file -> !described.contains(file.module() + " " + file.packageName()))
                .map(file -> new Violation(
                        file.packageName(),
                        "package " + file.packageName() + " in " + file.module() + " has no package-info"))
                .distinct()
                .toList();
    }

    private static List<Violation> packageInfo(SourceFile file) {
        if (!file.isPackageInfo()) {
            return List.of();
        }
        boolean marked = file.tree().getPackage().getAnnotations().stream()
                .anyMatch(annotation -> simple(annotation).equals("NullMarked"));
        if (!marked) {
            return file.broken("not @NullMarked");
        }
        Matcher javadoc = JAVADOC.matcher(file.text());
        String sentence =
                javadoc.find() ? javadoc.group(1).replaceAll("[\\s*]+", " ").strip() : "";
        return sentence.split(" ").length >= (file.isTest() ? 3 : 5) && sentence.endsWith(".")
                ? List.of()
                : file.broken("no sentence that says what the package is for");
    }

    private static List<Violation> testName(SourceFile file) {
        boolean named = file.simpleName().matches(".+(Test|IT)");
        boolean tests = Boolean.TRUE.equals(new TestFinder().scan(file.tree(), null));
        boolean support = file.text().contains("@interface") || file.text().contains("abstract class");
        if (file.isTest() && tests && !named && !support) {
            return file.broken("has tests, so its name must end with Test or IT");
        }
        return file.isTest() && named && !tests && !file.text().contains(" extends ")
                ? file.broken("is named like a test and has none")
                : List.of();
    }

    private static List<Violation> leftover(SourceFile file) {
        Matcher matcher = LEFTOVER.matcher(file.text());
        return matcher.find() ? file.broken("has a " + matcher.group()) : List.of();
    }

    private static List<Violation> mocks(SourceFile file) {
        for (ImportTree line : file.tree().getImports()) {
            String name = line.getQualifiedIdentifier().toString();
            if (name.startsWith("org.mockito") || name.startsWith("org.easymock") || name.contains(".mockk")) {
                return file.broken("imports " + name);
            }
        }
        return List.of();
    }

    private static String simple(AnnotationTree annotation) {
        String name = annotation.getAnnotationType().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static final class TestFinder extends TreeScanner<Boolean, Void> {

        @Override
        public Boolean visitMethod(MethodTree method, Void unused) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation -> TEST_ANNOTATIONS.contains(simple(annotation)));
        }

        @Override
        public Boolean reduce(Boolean one, Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
        }
    }
}
