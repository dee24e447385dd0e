// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatehouse completion}: a script that lets bash or zsh complete commands and flags. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands and flags in bash and zsh.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = "%nIn this shell: source <(gatehouse completion)")
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(AutoComplete.bash("gatehouse", new CommandLine(new Gatehouse())));
            out.flush();
        }
        return 0;
    }
}
