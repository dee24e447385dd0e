// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import io.gatehouse.rules.Rule.Violation;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** How long things may get. */
final class SizeRules {

    static final int MAIN_FILE_LINES = 400;
    static final int TEST_FILE_LINES = 600;
    static final int METHOD_LINES = 60;
    static final int PARAMETERS = 5;
    static final int CONSTRUCTOR_PARAMETERS = 8;

    private static final int ANY = Integer.MAX_VALUE;

    /** Records that mirror a document or a wire shape of AWS have as many components as that has. */
    private static final List<String> WIRE_RECORDS = List.of(
            "io\\.gatehouse\\.contract\\.rest\\.Frozen\\w+",
            "io\\.gatehouse\\.control\\.[\\w.]+\\.\\w+View",
            "io\\.gatehouse\\.control\\.[\\w.]+\\.(Create|Put|Import|Update|TestInvoke)\\w+");

    private SizeRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.ofSources("main-file-length", file -> length(file, false, MAIN_FILE_LINES)),
                Rule.ofSources("test-file-length", file -> length(file, true, TEST_FILE_LINES)),
                Rule.ofSources("method-length", file -> measure(file, Scanner.Measure.METHOD_LENGTH)),
                Rule.ofSources("method-parameters", file -> measure(file, Scanner.Measure.METHOD_PARAMETERS)),
                Rule.ofSources("constructor-parameters", file -> measure(file, Scanner.Measure.CONSTRUCTOR_PARAMETERS)),
                Rule.ofSources("record-components", file -> measure(file, Scanner.Measure.RECORD_COMPONENTS)));
    }

    private static List<Violation> length(SourceFile file, boolean test, int most) {
        return file.isTest() == test && file.lines() > most
                ? file.broken(file.lines() + " lines, more than " + most)
                : List.of();
    }

    private static List<Violation> measure(SourceFile file, Scanner.Measure measure) {
        if (file.isTest()) {
            return List.of();
        }
        Scanner scanner = new Scanner(file, measure);
        scanner.scan(file.tree(), null);
        return scanner.found;
    }

    /** Walks one file; a lambda or an anonymous class counts as part of the method around it. */
    private static final class Scanner extends TreeScanner<Void, Void> {

        enum Measure {
            METHOD_LENGTH,
            METHOD_PARAMETERS,
            CONSTRUCTOR_PARAMETERS,
            RECORD_COMPONENTS
        }

        private final SourceFile file;
        private final Measure measure;
        private final List<Violation> found = new ArrayList<>();
        private String within = "";
        private @Nullable ClassTree enclosing;

        Scanner(SourceFile file, Measure measure) {
            this.file = file;
            this.measure = measure;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            String outer = within;
            ClassTree outerType = enclosing;
            enclosing = type;
            within = outer.isEmpty()
                    ? file.packageName() + "." + type.getSimpleName()
                    : outer + "$" + type.getSimpleName();
            if (type.getKind() == Tree.Kind.RECORD && measure == Measure.RECORD_COMPONENTS) {
                check(within, components(type), isWireRecord(within) ? ANY : CONSTRUCTOR_PARAMETERS, "components");
            }
            super.visitClass(type, null);
            within = outer;
            enclosing = outerType;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            boolean constructor = method.getReturnType() == null;
            String name = within + "#" + (constructor ? "new" : method.getName());
            int parameters = method.getParameters().size();
            switch (measure) {
                case METHOD_LENGTH -> check(name, lines(method), METHOD_LINES, "lines");
                case METHOD_PARAMETERS ->
                    check(name, constructor || isImposed(method) ? 0 : parameters, PARAMETERS, "parameters");
                case CONSTRUCTOR_PARAMETERS ->
                    check(
                            name,
                            constructor && !isCanonical(method) ? parameters : 0,
                            CONSTRUCTOR_PARAMETERS,
                            "parameters");
                case RECORD_COMPONENTS -> {}
            }
            return super.visitMethod(method, null);
        }

        /** A record's own constructor has as many parameters as the record has components, which has a rule of its own. */
        private boolean isCanonical(MethodTree constructor) {
            return enclosing != null
                    && enclosing.getKind() == Tree.Kind.RECORD
                    && constructor.getParameters().size() == components(enclosing);
        }

        /** Whoever overrides a method does not choose its parameters; where it is declared, the rule holds if it is ours. */
        private static boolean isImposed(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
        }

        private static boolean isWireRecord(String name) {
            return WIRE_RECORDS.stream().anyMatch(name::matches);
        }

        private void check(String subject, long size, int most, String what) {
            if (size > most) {
                found.add(new Violation(subject, subject + ": " + size + " " + what + ", more than " + most));
            }
        }

        private long lines(MethodTree method) {
            SourcePositions positions = file.positions();
            LineMap lines = file.tree().getLineMap();
            long start = positions.getStartPosition(file.tree(), method);
            long end = positions.getEndPosition(file.tree(), method);
            return lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
        }

        private static long components(ClassTree type) {
            return type.getMembers().stream().filter(Scanner::isComponent).count();
        }

        /** The compiler turns a record's components into private final fields; a record has no other that is not static. */
        private static boolean isComponent(Tree member) {
            return member instanceof VariableTree field
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        }
    }
}
