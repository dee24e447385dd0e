// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
import java.util.List;

/**
 * One Java file.
 *
 * @param path from the project's root, with slashes, for example {@code sdk/contract/src/main/java/io/gatehouse/A.java}
 * @param text its text
 * @param tree its syntax
 * @param positions where in the text each part of the syntax stands
 */
record SourceFile(String path, String text, CompilationUnitTree tree, SourcePositions positions) {

    boolean isTest() {
        return path.contains("/src/test/java/");
    }

    boolean isPackageInfo() {
        return path.endsWith("/package-info.java");
    }

    String simpleName() {
        return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    }

    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    /** The name of the class that the file is named after. */
    String name() {
        return packageName() + "." + simpleName();
    }

    /** The folder that has the module's {@code src} in it. */
    String module() {
        int main = path.indexOf("/src/main/java/");
        return path.substring(0, main >= 0 ? main : path.indexOf("/src/test/java/"));
    }

    long lines() {
        return text.lines().count();
    }

    List<Rule.Violation> broken(String what) {
        return List.of(new Rule.Violation(name(), path + ": " + what));
    }
}
