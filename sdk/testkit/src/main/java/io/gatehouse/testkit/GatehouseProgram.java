// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.testkit;

import io.gatehouse.client.GatehouseClients;
import io.gatehouse.client.GatehouseEndpoint;
import io.gatehouse.client.RequestSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/**
 * The packaged program, running as a process of its own.
 *
 * <pre>
 *   start ---> running --stop (SIGTERM)--> ended --restart--> running
 *                 |                          ^
 *                 +-----kill (SIGKILL)-------+         close: stop, and delete a temporary data directory
 * </pre>
 *
 * <p>Ports and data directory stay the same over a restart. Not for use from several threads, except for the accessors.
 */
public final class GatehouseProgram implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final ProgramFile file;
    private final GatehouseOptions options;
    private final FreePorts ports;
    private final Path dataDirectory;
    private final boolean ownsDataDirectory;
    private final Thread killer;
    private volatile Process process;
    private ProgramOutput output;

    private GatehouseProgram(ProgramFile file, GatehouseOptions options, FreePorts ports, Path dataDirectory) {
        this.file = file;
        this.options = options;
        this.ports = ports;
        this.dataDirectory = dataDirectory;
        this.ownsDataDirectory = options.dataDirectory() == null;
        this.process = launch();
        this.output = ProgramOutput.of(process);
        // A test run that is cut short must not leave a program behind.
        this.killer = new Thread(() -> process.toHandle().destroyForcibly(), "gatehouse-killer");
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /**
     * Starts the program and waits until both its ports answer.
     *
     * @throws GatehouseStartException when there is no program, when it ends, or when it does not answer in time; the
     *     message holds its output
     */
    public static GatehouseProgram start(GatehouseOptions options) throws InterruptedException {
        ProgramFile file = ProgramFile.of(options.program());
        Path directory = options.dataDirectory() == null ? temporaryDirectory() : options.dataDirectory();
        GatehouseProgram program = new GatehouseProgram(file, options, FreePorts.find(), directory);
        try {
            program.awaitAnswers();
        } catch (GatehouseStartException e) {
            program.close();
            throw e;
        }
        return program;
    }

    /** Starts the program with {@link GatehouseOptions#defaults()}. */
    public static GatehouseProgram start() throws InterruptedException {
        return start(GatehouseOptions.defaults());
    }

    /** The management API, called with the development key. */
    public GatehouseEndpoint endpoint() {
        return GatehouseEndpoint.of(URI.create("http://127.0.0.1:" + ports.endpoint()));
    }

    /** The port of the management API, which serves deployed APIs too. */
    public int port() {
        return ports.endpoint();
    }

    /** The port that serves deployed APIs only. */
    public int trafficPort() {
        return ports.traffic();
    }

    /** Scheme, host and port of {@link #trafficPort()}. */
    public URI traffic() {
        return URI.create("http://127.0.0.1:" + ports.traffic());
    }

    /** A client of the management API, to be closed by the caller. */
    public ApiGatewayClient apiGateway() {
        return GatehouseClients.apiGateway(endpoint());
    }

    /** A signer for calls to {@code AWS_IAM} methods, with the development key. */
    public RequestSigner signer() {
        return GatehouseClients.invocations(endpoint());
    }

    /** Where the program keeps its data. */
    public Path dataDirectory() {
        return dataDirectory;
    }

    /** The process's id, for a look at its memory or its sockets. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process has not ended. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** What the program has printed since its last start, standard output and standard error as they came. */
    public List<String> output() {
        return output.lines();
    }

    /**
     * The first wanted line, waiting for it; empty if it did not come in time or the program ended.
     *
     * @param from how many lines of {@link #output()} to pass over
     */
    public Optional<String> awaitOutput(int from, Predicate<String> wanted, Duration timeout)
            throws InterruptedException {
        return output.await(from, wanted, timeout);
    }

    /**
     * Deletes every API of every account, for a test to start from nothing. Answers when nothing is served any more.
     *
     * @throws IllegalStateException when the program refuses, as it does beyond loopback and with credentials of its own
     */
    public void reset() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint().uri().resolve("/_gatehouse/reset"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 204) {
                throw new IllegalStateException("The program refuses to be reset: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the program to end (SIGTERM), without waiting for it. */
    public void terminate() {
        // By its handle: Process.destroy would close the output, and with it lose what the program says while it stops.
        process.toHandle().destroy();
    }

    /**
     * Waits for the program to end.
     *
     * @return its exit status, or empty when it still runs after that time
     */
    public Optional<Integer> awaitExit(Duration timeout) throws InterruptedException {
        if (!process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        output.awaitEnd();
        return Optional.of(process.exitValue());
    }

    /** Ends the program with SIGTERM and waits; after the stop time it is killed. */
    public void stop() throws InterruptedException {
        terminate();
        if (awaitExit(options.stopTimeout()).isEmpty()) {
            kill();
        }
    }

    /** Ends the program with SIGKILL, as a power failure would, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
        output.awaitEnd();
    }

    /** Stops the program if it runs, then starts it on the same ports and data directory and waits for its answers. */
    public void restart() throws InterruptedException {
        stop();
        process = launch();
        output = ProgramOutput.of(process);
        awaitAnswers();
    }

    /** Stops the program and deletes its data directory if that was a temporary one. */
    @Override
    public void close() throws InterruptedException {
        stop();
        Runtime.getRuntime().removeShutdownHook(killer);
        if (ownsDataDirectory) {
            delete(dataDirectory);
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>(file.command(options.javaFlags()));
        command.addAll(List.of("run", "--host", options.host()));
        command.addAll(List.of("--port", Integer.toString(ports.endpoint())));
        command.addAll(List.of("--traffic-port", Integer.toString(ports.traffic())));
        command.addAll(List.of("--data-dir", dataDirectory.toString()));
        command.addAll(options.arguments());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(options.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new GatehouseStartException("Could not run " + String.join(" ", command), e);
        }
    }

    private void awaitAnswers() throws InterruptedException {
        long deadline = System.nanoTime() + options.startTimeout().toNanos();
        while (!(Readiness.answers(ports.endpoint()) && Readiness.listens(ports.traffic()))) {
            if (!process.isAlive()) {
                output.awaitEnd();
                throw new GatehouseStartException(
                        "The program ended with status " + process.exitValue() + " and said:\n" + printed());
            }
            if (System.nanoTime() - deadline > 0) {
                throw new GatehouseStartException("The program did not answer on " + ports + " within "
                        + options.startTimeout() + " and said:\n" + printed());
            }
            Thread.sleep(POLL);
        }
    }

    private String printed() {
        return String.join("\n", output.lines());
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("gatehouse-test-");
        } catch (IOException e) {
            throw new GatehouseStartException("No temporary directory for the program's data", e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete " + directory, e);
        }
    }
}
