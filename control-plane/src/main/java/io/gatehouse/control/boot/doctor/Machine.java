// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Looks at the machine: its clock, names, files and what its kernel offers. */
public final class Machine {
    private static final long LITTLE_DISK = 1L << 30;
    private static final int FEW_CONNECTIONS = 2_000;
    private static final Path NO_URING = Path.of("/proc/sys/kernel/io_uring_disabled");

    private Machine() {}

    /**
     * Signatures are refused when the clocks of caller and gateway are five minutes apart; a clock that is plainly wrong is seen
     * by when the program was built.
     */
    public static Finding clock(Clock clock, Instant built) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return now.isBefore(built)
                ? Finding.warning(
                        "clock",
                        now + ", which is before this program was built",
                        "Set the clock: signed calls are refused when it is off by five minutes.")
                : Finding.ok("clock", now.toString());
    }

    /** Calls by host name need names under localhost that lead here. */
    public static Finding names() {
        String name = "example.execute-api.localhost";
        try {
            if (InetAddress.getByName(name).isLoopbackAddress()) {
                return Finding.ok("host names", "API.execute-api.localhost leads to this machine");
            }
        } catch (UnknownHostException unknown) {
            // Said below.
        }
        return Finding.warning(
                "host names",
                name + " does not lead to this machine",
                "Call APIs by path: http://localhost:4566/restapis/API/STAGE/_user_request_/PATH");
    }

    /** @param connections as many as the limit of open files allows */
    public static Finding openFiles(int connections) {
        return connections < FEW_CONNECTIONS
                ? Finding.warning(
                        "open files",
                        "enough for " + connections + " connections at a time",
                        "For more, raise the limit: ulimit -n 65536")
                : Finding.ok("open files", "enough for " + connections + " connections at a time");
    }

    /** Room for what is stored, where the directory is or will be. */
    public static Finding disk(Path directory) {
        Path there = directory.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String state = free / (1 << 20) + " MB free";
            return free < LITTLE_DISK
                    ? Finding.warning("disk", state, "Make room: definitions, deployments and logs are stored there.")
                    : Finding.ok("disk", state);
        } catch (IOException e) {
            return Finding.warning("disk", "cannot be asked for its free space (" + e + ")", "Look at it yourself.");
        }
    }

    /** The kernel's quicker way to the network; the gateway takes epoll where there is none. */
    public static Finding ioUring() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Finding.ok("io_uring", "not on this system");
        }
        try {
            String disabled =
                    Files.exists(NO_URING) ? Files.readString(NO_URING).strip() : "0";
            return disabled.equals("0")
                    ? Finding.ok("io_uring", "offered by the kernel")
                    : Finding.ok("io_uring", "switched off in the kernel (" + NO_URING + " is " + disabled + ")");
        } catch (IOException e) {
            return Finding.ok("io_uring", "unknown (" + e.getMessage() + ")");
        }
    }
}
