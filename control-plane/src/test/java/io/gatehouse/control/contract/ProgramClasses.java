// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.contract;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The program's compiled classes, found by name. */
final class ProgramClasses {

    private ProgramClasses() {}

    /** Every class whose name ends so, of the program that the given class belongs to. */
    static List<Class<?>> named(String suffix, Class<?> anyClassOfTheProgram) {
        try {
            Path root = Path.of(anyClassOfTheProgram
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<Class<?>> found = new ArrayList<>();
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(each -> each.toString().endsWith(suffix + ".class"))
                        .toList()) {
                    String name = root.relativize(file).toString().replace(".class", "");
                    found.add(Class.forName(name.replace(File.separatorChar, '.')));
                }
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ClassNotFoundException | URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
