// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.gatehouse.control.boot.doctor.Finding;
import io.gatehouse.control.boot.doctor.Machine;
import io.gatehouse.control.boot.doctor.Report;
import io.gatehouse.control.storage.DatabaseAddress;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatehouse doctor}: would {@code gatehouse run} with the same flags start here? Changes nothing. */
@Command(
        name = "doctor",
        description = "Looks whether `run` with the same flags would start here, and says what to do if not.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {
    private static final int OLDEST_JAVA = 25;

    @Mixin
    private final RunFlags flags = new RunFlags();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        flags.properties().forEach(System::setProperty);
        List<Finding> findings = examine(Settings.read());
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(Report.text(findings, spec.commandLine().getColorScheme().ansi()));
            out.flush();
        }
        return Report.isSound(findings) ? 0 : StartRefusedException.OBSTACLE;
    }

    static List<Finding> examine(GatehouseConfig config) {
        List<Finding> findings = new ArrayList<>();
        findings.add(runtime());
        findings.add(port("port", config.host(), config.port(), "--port"));
        findings.add(port("traffic port", config.host(), config.trafficPort(), "--traffic-port"));
        findings.add(dataDirectory(config.dataDir()));
        findings.add(Machine.disk(config.dataDir()));
        findings.add(database(config));
        findings.add(Machine.clock(new SystemClock().clock(), Version.built()));
        findings.add(Machine.names());
        findings.add(Machine.openFiles(ConnectionLimit.ofThisProcess()));
        findings.add(Machine.ioUring());
        return findings;
    }

    private static Finding runtime() {
        return Runtime.version().feature() < OLDEST_JAVA
                ? Finding.problem("runtime", Platform.runtime(), "Use a JDK " + OLDEST_JAVA + " or newer.")
                : Finding.ok("runtime", Platform.runtime());
    }

    private static Finding port(String what, String host, int port, String flag) {
        try {
            Ports.requireFree(host, port, flag);
            return Finding.ok(what, port + " is free");
        } catch (StartRefusedException taken) {
            return problem(what, taken);
        }
    }

    private static Finding dataDirectory(Path directory) {
        if (!Files.exists(directory)) {
            return Finding.ok("data directory", directory.toAbsolutePath() + " will be made");
        }
        try (DataDirectory mine = DataDirectory.lock(directory, "gatehouse doctor")) {
            return Finding.ok("data directory", mine.path().toString());
        } catch (StartRefusedException refusal) {
            return problem("data directory", refusal);
        }
    }

    /** An H2 file is made by the first start; to open it would make it now. */
    private static Finding database(GatehouseConfig config) {
        DatabaseAddress address = Settings.database(config);
        if (config.database().isEmpty()) {
            return Finding.ok("database", address.shown());
        }
        try {
            address.probe();
            return Finding.ok("database", address.shown());
        } catch (SQLException e) {
            return Finding.problem(
                    "database",
                    address.shown() + " cannot be opened (" + e.getMessage() + ")",
                    "See that it runs and takes this user, or correct --database.");
        }
    }

    /** A refusal says in one sentence what is wrong and, behind a colon, what to do. */
    private static Finding problem(String what, StartRefusedException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int advice = message.lastIndexOf(": ");
        return advice < 0
                ? Finding.problem(what, message, "")
                : Finding.problem(what, message.substring(0, advice), message.substring(advice + 2));
    }
}
