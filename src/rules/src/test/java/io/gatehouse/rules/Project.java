// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The project on disk. Its classes are what the build has compiled before it came to this module. */
final class Project {

    static final Path ROOT = root();

    /** Modules with code that is shipped. */
    private static final List<String> SHIPPED =
            List.of("sdk/contract", "sdk/client", "sdk/testkit", "data-plane", "control-plane");

    private static final List<String> TESTING = List.of("src/rules", "src/stress", "src/benchmarks", "src/e2e");

    private Project() {}

    static Evidence evidence() {
        List<Path> classes = SHIPPED.stream()
                .map(module -> ROOT.resolve(module).resolve("target/classes"))
                .toList();
        for (Path folder : classes) {
            if (!Files.isDirectory(folder)) {
                throw new IllegalStateException(folder + " is not there: build with -am, so that it is compiled first");
            }
        }
        List<SourceFile> sources = SourceReader.parse(sources());
        return new Evidence(
                sources, () -> new ClassFileImporter().importPaths(classes).that(haveASourceIn(sources)));
    }

    /** A class whose source was deleted stays in target/classes until someone cleans; no rule is about it. */
    private static DescribedPredicate<JavaClass> haveASourceIn(List<SourceFile> sources) {
        Set<String> files = sources.stream()
                .map(file -> file.packageName() + "/" + file.simpleName() + ".java")
                .collect(Collectors.toSet());
        return DescribedPredicate.describe(
                "have a source",
                type -> type.getSource()
                        .flatMap(source -> source.getFileName())
                        .map(file -> files.contains(type.getPackageName() + "/" + file))
                        .orElse(false));
    }

    static List<String> lines(String fileInThisModule) {
        try {
            return Files.readAllLines(ROOT.resolve("src/rules").resolve(fileInThisModule)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> sources() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String module : Stream.concat(SHIPPED.stream(), TESTING.stream()).toList()) {
            for (String tree : List.of("src/main/java", "src/test/java")) {
                Path folder = ROOT.resolve(module).resolve(tree);
                if (Files.isDirectory(folder)) {
                    read(folder, texts);
                }
            }
        }
        return texts;
    }

    private static void read(Path folder, Map<String, String> texts) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                texts.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("src/rules"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not inside the project");
        }
        return folder;
    }
}
