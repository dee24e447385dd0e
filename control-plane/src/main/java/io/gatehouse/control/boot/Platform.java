// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.quarkus.runtime.ImageMode;

/** What the program runs on, in words. */
public final class Platform {
    private Platform() {}

    /** The virtual machine with its version, or that there is none. */
    public static String runtime() {
        String java = "Java " + Runtime.version().feature() + " (" + System.getProperty("java.vm.version") + ")";
        return ImageMode.current() == ImageMode.JVM ? java : "native binary, " + java;
    }

    /** Operating system, its version and the processor's architecture. */
    public static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch");
    }
}
