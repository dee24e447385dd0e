// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.trace;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/**
 * Which traces are recorded: the first of each second, and one in twenty of the others, as X-Ray has it by default (developer
 * guide, "Setting up AWS X-Ray with API Gateway REST APIs"). Shared by all requests of a stage.
 */
public final class Sampler {
    private static final double SHARE = 0.05;

    private final DoubleSupplier chance;
    private final AtomicLong servedSecond = new AtomicLong(Long.MIN_VALUE);

    /**
     * @param chance 0.0 to 1.0, evenly
     */
    public Sampler(DoubleSupplier chance) {
        this.chance = chance;
    }

    boolean records(long nowMillis) {
        long second = TimeUnit.MILLISECONDS.toSeconds(nowMillis);
        long served = servedSecond.get();
        return second > served && servedSecond.compareAndSet(served, second) || chance.getAsDouble() < SHARE;
    }
}
