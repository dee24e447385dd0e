// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small project that breaks one rule; whatever it uses, it declares itself. */
final class Example {

    private static final Pattern TYPE = Pattern.compile("(?:class|record|interface|enum) (\\w+)");

    private final Map<String, String> texts = new LinkedHashMap<>();

    /** Adds a type of a package; the licence and the package line are put in front of it. */
    Example type(String packageName, String code) {
        return file("main", packageName, code);
    }

    /** Adds a type of a package to the tests. */
    Example test(String packageName, String code) {
        return file("test", packageName, code);
    }

    /** Adds a file as it is. */
    Example raw(String path, String text) {
        texts.put(path, text);
        return this;
    }

    private Example file(String tree, String packageName, String code) {
        Matcher matcher = TYPE.matcher(code);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no type in: " + code);
        }
        String path =
                "module/src/" + tree + "/java/" + packageName.replace('.', '/') + "/" + matcher.group(1) + ".java";
        return raw(path, SourceRules.LICENCE + "\npackage " + packageName + ";\n" + code);
    }

    /** The example as the rules see it, compiled into the folder if a rule looks at classes. */
    Evidence evidence(Path folder) {
        return new Evidence(SourceReader.parse(texts), () -> {
            folder.toFile().mkdirs();
            SourceReader.compile(texts, folder.toString());
            return new ClassFileImporter().importPath(folder);
        });
    }
}
