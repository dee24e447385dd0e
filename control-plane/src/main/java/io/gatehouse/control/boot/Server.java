// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.gatehouse.control.storage.DatabaseAddress;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.FlywayException;
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
        // The gate and the engine have words for malformed paths; Quarkus has an empty answer.
        System.setProperty("vertx.disableURIValidation", "true");
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

    /** Says in a sentence why the start failed, where the cause is one that a user can do something about. */
    static void report(@Nullable Throwable failure, PrintStream err) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayException) {
                err.println("gatehouse: the tables in the database are not those of this version (" + firstLine(cause)
                        + "): start the version that made them, restore a backup, or choose another --database.");
                return;
            }
            if (cause instanceof QuarkusBindException taken) {
                err.println("gatehouse: cannot listen on " + taken.getHost() + ":" + taken.getPort()
                        + ": stop what uses it, or choose another port.");
                return;
            }
        }
        if (failure != null) {
            err.println("gatehouse: the start failed: " + firstLine(failure));
            failure.printStackTrace(err);
        }
    }

    private static String firstLine(Throwable problem) {
        String message = String.valueOf(problem.getMessage());
        return message.lines().findFirst().orElse(message).replaceAll("\\s*\\[\\d+-\\d+]$", "");
    }
}
