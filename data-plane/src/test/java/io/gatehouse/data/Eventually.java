// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import java.time.Duration;

/** Waits for what happens a moment later. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Eventually() {}

    /** An assertion that may not hold yet. */
    @FunctionalInterface
    interface Claim {
        void check() throws Exception;
    }

    /** Checks again and again until the claim holds; after ten seconds its failure is the test's. */
    static void holds(Claim claim) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                claim.check();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() - deadline > 0) {
                    throw notYet;
                }
                Thread.sleep(PAUSE);
            }
        }
    }
}
