// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Parses sources with the JDK's own compiler: syntax only, nothing has to resolve. */
final class SourceReader {

    private static final JavaCompiler COMPILER =
            Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the rules need a JDK, not a JRE");

    /** Shared, because opening the JDK's own classes costs more than compiling an example. */
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private SourceReader() {}

    /** Parses texts by path. */
    static synchronized List<SourceFile> parse(Map<String, String> textByPath) {
        List<Text> texts = textByPath.entrySet().stream()
                .map(entry -> new Text(entry.getKey(), entry.getValue()))
                .toList();
        JavacTask task = (JavacTask) COMPILER.getTask(null, FILES, _ -> {}, List.of("-proc:none"), null, texts);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<SourceFile> files = new ArrayList<>();
        try {
            for (CompilationUnitTree tree : task.parse()) {
                String path = tree.getSourceFile().toUri().getPath().substring(1);
                files.add(new SourceFile(path, textByPath.getOrDefault(path, ""), tree, positions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Compiles texts into a folder. */
    static synchronized void compile(Map<String, String> textByPath, String outputFolder) {
        List<Text> texts = textByPath.entrySet().stream()
                .map(entry -> new Text(entry.getKey(), entry.getValue()))
                .toList();
        List<String> errors = new ArrayList<>();
        List<String> options = List.of("-proc:none", "-d", outputFolder, "-classpath", outputFolder);
        boolean good = COMPILER.getTask(
                        null, FILES, found -> errors.add(found.getMessage(Locale.ROOT)), options, null, texts)
                .call();
        if (!good) {
            throw new IllegalStateException("the example does not compile: " + errors);
        }
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String content;

        Text(String path, String content) {
            super(URI.create("text:///" + path), JavaFileObject.Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
