// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program {@code gatehouse}. Without a command it runs the server. */
@QuarkusMain
@Command(
        name = "gatehouse",
        description = "A self-hosted API gateway that speaks the AWS API Gateway API.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {RunCommand.class, DoctorCommand.class, VersionCommand.class, CompletionCommand.class},
        footer = "%nWithout a command: run. Each flag is also an environment variable (GATEHOUSE_PORT)"
                + " and a key of config/application.properties (gatehouse.port).")
public final class Gatehouse implements Callable<Integer> {
    @Mixin
    private final RunFlags flags = new RunFlags();

    /** Parses the command line and does what it says; the exit code says how that went. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Gatehouse())
                .setExecutionExceptionHandler(Gatehouse::refused)
                .setParameterExceptionHandler(Gatehouse::misspelt);
    }

    /** The flags that stand before a command, or with none. */
    Map<String, String> properties() {
        return flags.properties();
    }

    @Override
    public Integer call() {
        flags.refuseWhatIsNotThere();
        return Server.run(properties());
    }

    private static int refused(Exception problem, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (problem instanceof StartRefusedException refusal) {
            PrintWriter err = command.getErr();
            err.println("gatehouse: " + refusal.getMessage());
            err.flush();
            return refusal.exitCode();
        }
        throw problem;
    }

    private static int misspelt(CommandLine.ParameterException problem, String[] args) {
        PrintWriter err = problem.getCommandLine().getErr();
        err.println("gatehouse: " + problem.getMessage() + ": see gatehouse --help.");
        err.flush();
        return StartRefusedException.USAGE;
    }
}
