// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Ctrl-C and SIGTERM as a request to finish: the first one lets the requests in flight end, a second one does not wait for
 * them. Without this the virtual machine would answer with exit code 130 or 143, which looks like a failure to what started it.
 */
final class StopSignals {
    private static final int SIGNAL_EXIT_CODE = 128;

    private StopSignals() {}

    /** Calls {@code stop} at the first signal; ends the process at the next. */
    static void onFirst(Runnable stop) {
        AtomicBoolean stopping = new AtomicBoolean();
        for (String name : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> {
                if (stopping.compareAndSet(false, true)) {
                    stop.run();
                } else {
                    Runtime.getRuntime().halt(SIGNAL_EXIT_CODE + signal.getNumber());
                }
            });
        }
    }
}
