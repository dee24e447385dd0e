// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.testkit.GatehouseProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A program of its own that a test needs. AWS clients are run with nothing but an endpoint, a region and a key in their environment.
 * Tests say which they need by {@link Needs}.
 */
enum Client {
    BOTO3("python3 with boto3", List.of("python3", "-c", "import boto3")),
    AWS_CLI("the AWS CLI", List.of("aws", "--version")),
    /** A load generator; it has no wish to be asked for its version. */
    WRK("wrk", List.of("sh", "-c", "command -v wrk"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Client, Boolean> FOUND = new ConcurrentHashMap<>();
    private static final long MINUTES = 2;

    private final String label;
    private final List<String> probe;

    Client(String label, List<String> probe) {
        this.label = label;
        this.probe = probe;
    }

    /** Whether it is on this machine; looked for once. */
    boolean isInstalled() {
        return FOUND.computeIfAbsent(this, client -> runs(client.probe));
    }

    /** What people call it. */
    String label() {
        return label;
    }

    /** Runs a script of the test resources with boto3; its standard output. */
    static String python(GatehouseProgram program, String script, String input) {
        return python(program, resource(script), input);
    }

    static String python(GatehouseProgram program, Path script, String input) {
        return run(program, List.of("python3", script.toString()), input);
    }

    /** Runs a script that takes JSON on its standard input and prints JSON. */
    static JsonNode pythonJson(GatehouseProgram program, String script, Object input) {
        try {
            return JSON.readTree(python(program, script, JSON.writeValueAsString(input)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code aws apigateway} with these words; its output as JSON. */
    static JsonNode cli(GatehouseProgram program, String... words) {
        List<String> command = new ArrayList<>(List.of("aws", "apigateway", "--output", "json"));
        command.addAll(List.of(words));
        try {
            return JSON.readTree(run(program, command, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a test resource lies. */
    static Path resource(String name) {
        URL url = Client.class.getClassLoader().getResource(name);
        assertThat(url).as("test resource " + name).isNotNull();
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean runs(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs a command line as a user would paste it, without any AWS setting in the environment. */
    static String shell(String line) {
        return run(Map.of(), List.of("sh", "-c", line), "");
    }

    private static String run(GatehouseProgram program, List<String> command, String input) {
        return run(
                Map.of(
                        "AWS_ENDPOINT_URL", program.endpoint().uri().toString(),
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test"),
                command,
                input);
    }

    private static String run(Map<String, String> environment, List<String> command, String input) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        try {
            Path out = Files.createTempFile("client-", ".out");
            Path err = Files.createTempFile("client-", ".err");
            Path in = Files.writeString(Files.createTempFile("client-", ".in"), input, StandardCharsets.UTF_8);
            Process process = builder.redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            String said = Files.readString(err) + Files.readString(out);
            assertThat(ended).as("%s ended in time; it said: %s", command, said).isTrue();
            assertThat(process.exitValue()).as("%s said: %s", command, said).isZero();
            String answer = Files.readString(out);
            for (Path file : List.of(in, out, err)) {
                Files.delete(file);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command + " ran", e);
        }
    }
}
