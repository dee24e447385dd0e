// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one run of wrk, the HTTP load generator, has counted.
 *
 * @param requests that were answered
 * @param perSecond answers per second
 * @param median time to an answer
 * @param p99 time within which 99 of 100 answers came
 * @param failed answers that were not 2xx or 3xx, and connections that failed
 */
public record Wrk(long requests, double perSecond, Duration median, Duration p99, long failed) {
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    /**
     * Drives a server, with one thread.
     *
     * @param script a Lua file that makes the requests
     * @param arguments of the script
     */
    public static Wrk run(String url, int connections, Duration time, Path script, List<String> arguments)
            throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Tools.require("wrk").toString(),
                "--latency",
                "-t1",
                "-c" + connections,
                "-d" + time.toSeconds() + "s"));
        command.addAll(List.of("-s", script.toString(), url, "--"));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
            }
            return parse(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads wrk's report. */
    static Wrk parse(String report) {
        Matcher broken = BROKEN.matcher(report);
        long failed = number(REFUSED, report, "0");
        if (broken.find()) {
            for (int group = 1; group <= broken.groupCount(); group++) {
                failed += Long.parseLong(broken.group(group));
            }
        }
        return new Wrk(
                number(REQUESTS, report, null),
                Double.parseDouble(text(RATE, report, null)),
                percentile("50%", report),
                percentile("99%", report),
                failed);
    }

    private static Duration percentile(String percent, String report) {
        Matcher matcher = Pattern.compile(percent + "\\s+([\\d.]+)(us|ms|s|m)").matcher(report);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + percent + " in wrk's report:\n" + report);
        }
        double nanosPerUnit = switch (matcher.group(2)) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            default -> 60e9;
        };
        return Duration.ofNanos(Math.round(Double.parseDouble(matcher.group(1)) * nanosPerUnit));
    }

    private static long number(Pattern pattern, String report, @Nullable String absent) {
        return Long.parseLong(text(pattern, report, absent));
    }

    private static String text(Pattern pattern, String report, @Nullable String absent) {
        Matcher matcher = pattern.matcher(report);
        if (matcher.find()) {
            return matcher.group(1);
        }
        if (absent == null) {
            throw new IllegalStateException("No " + pattern + " in wrk's report:\n" + report);
        }
        return absent;
    }
}
