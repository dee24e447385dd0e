// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that was started for a measurement; it ends with it. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Process process;
    private final Thread killer;

    private ServerProcess(Process process) {
        this.process = process;
        // A measurement that is cut short must not leave a server behind.
        this.killer = new Thread(this::kill, "server-killer");
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /**
     * Starts a server and waits until it listens.
     *
     * @param log where its output goes
     */
    public static ServerProcess start(List<String> command, Path log, int port) throws InterruptedException {
        try {
            ServerProcess server = new ServerProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
            FreePort.awaitListener(port);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process's id. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        Runtime.getRuntime().removeShutdownHook(killer);
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
