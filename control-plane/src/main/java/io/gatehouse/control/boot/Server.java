// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.gatehouse.control.storage.DatabaseAddress;
import io.quarkus.runtime.Quarkus;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Starts Quarkus once everything that could stand in its way has been looked at, in the order a user would fix it. */
final class Server {
    private Server() {}

    /**
     * Runs until the program is told to stop.
     *
     * @param flags configuration keys that the command line set
     * @return the exit code
     * @throws StartRefusedException if it cannot start
     */
    static int run(Map<String, String> flags) {
        flags.forEach(System::setProperty);
        GatehouseConfig config = Settings.read();
        String owner =
                "process " + ProcessHandle.current().pid() + " (http://" + config.host() + ":" + config.port() + ")";
        try (DataDirectory directory = DataDirectory.lock(config.dataDir(), owner)) {
            Ports.requireFree(config);
            DatabaseAddress database = Settings.database(config);
            probe(database);
            System.setProperty(
                    "gatehouse.data-dir", Settings.literal(directory.path().toString()));
            Settings.properties(database).forEach(System::setProperty);
            AtomicInteger exitCode = new AtomicInteger();
            Quarkus.run(RunningServer.class, (code, failure) -> {
                exitCode.set(code);
                report(failure, System.err);
            });
            return exitCode.get();
        }
    }

    private static void probe(DatabaseAddress database) {
        try {
            database.probe();
        } catch (SQLException e) {
            throw StartRefusedException.obstacle("cannot open the database " + database.shown() + " (" + firstLine(e)
                    + "): see that it runs and takes this user, or correct --database.");
        }
    }

    private static void report(@Nullable Throwable failure, PrintStream err) {
        if (failure != null) {
            err.println("gatehouse: the start failed: " + failure.getMessage());
            failure.printStackTrace(err);
        }
    }

    private static String firstLine(SQLException problem) {
        String message = String.valueOf(problem.getMessage());
        return message.lines().findFirst().orElse(message).replaceAll("\\s*\\[\\d+-\\d+]$", "");
    }
}
