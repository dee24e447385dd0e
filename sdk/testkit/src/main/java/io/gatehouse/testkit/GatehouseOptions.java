// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to start the program. Every {@code with} method returns a changed copy.
 *
 * @param program a jar or an executable; none: the one of the system property {@code gatehouse.program}, or else the one that
 *     the build made in {@code control-plane/target} above the working directory
 * @param host the address to listen on
 * @param dataDirectory where the program keeps its data; none: a temporary directory that {@code close} deletes
 * @param arguments what else to put on the command line
 * @param javaFlags flags of the virtual machine, heeded only when the program is a jar
 * @param environment variables added to the test's own environment
 * @param startTimeout how long the program may take until it answers
 * @param stopTimeout how long it may take to end after SIGTERM; then it is killed
 */
public record GatehouseOptions(
        @Nullable Path program,
        String host,
        @Nullable Path dataDirectory,
        List<String> arguments,
        List<String> javaFlags,
        Map<String, String> environment,
        Duration startTimeout,
        Duration stopTimeout) {

    private static final String LOOPBACK = "127.0.0.1";

    /** Copies the collections. */
    public GatehouseOptions {
        arguments = List.copyOf(arguments);
        javaFlags = List.copyOf(javaFlags);
        environment = Map.copyOf(environment);
    }

    /** Loopback, a temporary data directory, a minute to start and a minute to stop. */
    public static GatehouseOptions defaults() {
        return new GatehouseOptions(
                null, LOOPBACK, null, List.of(), List.of(), Map.of(), Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    /** Runs this jar or executable, whatever the system property says. */
    public GatehouseOptions withProgram(Path other) {
        return new GatehouseOptions(
                other, host, dataDirectory, arguments, javaFlags, environment, startTimeout, stopTimeout);
    }

    /** Listens on another address; the test still connects through loopback. */
    public GatehouseOptions withHost(String other) {
        return new GatehouseOptions(
                program, other, dataDirectory, arguments, javaFlags, environment, startTimeout, stopTimeout);
    }

    /** Keeps the data in a directory that outlives the program. */
    public GatehouseOptions withDataDirectory(Path other) {
        return new GatehouseOptions(program, host, other, arguments, javaFlags, environment, startTimeout, stopTimeout);
    }

    /** Adds words to the command line. */
    public GatehouseOptions withArguments(String... more) {
        List<String> all = joined(arguments, more);
        return new GatehouseOptions(
                program, host, dataDirectory, all, javaFlags, environment, startTimeout, stopTimeout);
    }

    /** Lets a definition that names {@code name} (host and port) reach a server on loopback. */
    public GatehouseOptions withResolve(String name, int loopbackPort) {
        return withArguments("--resolve", name + "=" + LOOPBACK + ":" + loopbackPort);
    }

    /** Adds flags of the virtual machine, such as a smaller heap. */
    public GatehouseOptions withJavaFlags(String... more) {
        List<String> all = joined(javaFlags, more);
        return new GatehouseOptions(
                program, host, dataDirectory, arguments, all, environment, startTimeout, stopTimeout);
    }

    /** Sets an environment variable of the program. */
    public GatehouseOptions withEnvironment(String name, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(name, value);
        return new GatehouseOptions(program, host, dataDirectory, arguments, javaFlags, all, startTimeout, stopTimeout);
    }

    /** Waits longer or shorter for the first answer. */
    public GatehouseOptions withStartTimeout(Duration other) {
        return new GatehouseOptions(
                program, host, dataDirectory, arguments, javaFlags, environment, other, stopTimeout);
    }

    private static List<String> joined(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }
}
