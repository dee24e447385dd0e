// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

/** How long one exchange takes, and the call of its backend. Tells the plan's meter of the call. Belongs to one event loop. */
public final class Timing {
    private final Meter meter;
    private final long begun = System.nanoTime();
    private boolean called;
    private boolean connected;
    private long callBegun;
    private long integrationNanos = -1;
    private long nanos = -1;

    Timing(Meter meter) {
        this.meter = meter;
    }

    /**
     * Marks the moment the backend is called.
     *
     * @param now nanoseconds of {@link System#nanoTime()}
     */
    public void call(long now) {
        callBegun = now;
        called = true;
        meter.called();
    }

    /** Marks the moment a connection to the backend is there; only the first counts. */
    public void connect() {
        if (!connected) {
            connected = true;
            meter.connected();
        }
    }

    /**
     * Marks the moment the backend has answered or failed.
     *
     * @param now nanoseconds of {@link System#nanoTime()}
     */
    public void answer(long now) {
        integrationNanos = now - callBegun;
    }

    void end() {
        nanos = System.nanoTime() - begun;
    }

    /** Whether a backend has been called. */
    public boolean called() {
        return called;
    }

    /** Whether the call has had a connection. */
    public boolean connected() {
        return connected;
    }

    /** How long the backend took, in nanoseconds; -1 when it was not called. */
    public long integrationNanos() {
        return integrationNanos;
    }

    /** From the head of the request to the end of the answer, in nanoseconds; -1 before that end. */
    public long nanos() {
        return nanos;
    }
}
