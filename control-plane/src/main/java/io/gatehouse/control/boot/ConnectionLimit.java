// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many connections the traffic port serves at a time where nobody has said so. */
final class ConnectionLimit {
    /** What the program itself keeps open: its libraries, database, log and management connections. */
    private static final long OWN_FILES = 256;

    /** Each call holds two files, the client's connection and the backend's. */
    private static final long FILES_PER_CONNECTION = 2;

    private static final long MOST = 65_536;
    private static final long FEWEST = 64;

    private static final int TOOLS = 512;

    private ConnectionLimit() {}

    /** For the port for tools, which has no crowd to serve. */
    static int ofTools() {
        return Math.min(TOOLS, ofThisProcess());
    }

    /** For this process. */
    static int ofThisProcess() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? forFiles(unix.getMaxFileDescriptorCount())
                : (int) MOST;
    }

    /** For a process that may have so many files open. */
    static int forFiles(long files) {
        return Math.clamp((files - OWN_FILES) / FILES_PER_CONNECTION, (int) FEWEST, (int) MOST);
    }
}
