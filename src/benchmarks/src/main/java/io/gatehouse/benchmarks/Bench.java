// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks;

import io.gatehouse.benchmarks.gateway.GatewayCommand;
import io.gatehouse.benchmarks.machine.MissingToolException;
import io.gatehouse.benchmarks.management.ManagementCommand;
import io.gatehouse.benchmarks.start.StartCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command line of the measurements: {@code ./gatehouse bench}. */
@Command(
        name = "bench",
        description = "Measures Gatehouse beside a baseline that does the same work in the same run.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {GatewayCommand.class, ManagementCommand.class, StartCommand.class, MicroCommand.class})
public final class Bench {
    private Bench() {}

    /** Ends with 0, with 1 when something failed, with 2 when the command line was wrong. */
    public static void main(String... arguments) {
        CommandLine line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof MissingToolException) {
                command.getErr().println(failure.getMessage());
                return 1;
            }
            throw failure;
        });
        System.exit(arguments.length == 0 ? usage(line) : line.execute(arguments));
    }

    private static int usage(CommandLine line) {
        line.usage(System.err);
        return 2;
    }
}
