// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process has used so far, with its children, as the Linux kernel counts it in {@code /proc}.
 *
 * @param processor time on processors, in user and kernel mode; the kernel counts in steps of 10 ms
 * @param residentBytes resident memory; pages that several of the processes share count once each
 */
public record ProcessCost(Duration processor, long residentBytes) {
    private static final Duration TICK = Duration.ofMillis(10);
    private static final int USER_TIME = 11;

    /** The cost of a process and its descendants that still run. */
    public static ProcessCost of(long pid) {
        ProcessHandle root =
                ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("Process " + pid + " has ended"));
        List<Long> all = Stream.concat(Stream.of(root), root.descendants())
                .map(ProcessHandle::pid)
                .toList();
        Duration processor = Duration.ZERO;
        long resident = 0;
        for (long each : all) {
            processor = processor.plus(processorTime(read(each, "stat")));
            resident += residentBytes(read(each, "status"));
        }
        return new ProcessCost(processor, resident);
    }

    /** The time between an earlier look and this one. */
    public Duration since(ProcessCost earlier) {
        return processor.minus(earlier.processor);
    }

    /** @param stat the text of {@code /proc/PID/stat} */
    static Duration processorTime(String stat) {
        // The name of the program, in parentheses, may hold spaces and parentheses itself.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", USER_TIME + 3);
        return TICK.multipliedBy(Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]));
    }

    /** @param status the text of {@code /proc/PID/status} */
    static long residentBytes(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
