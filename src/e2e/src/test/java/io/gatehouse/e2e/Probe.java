// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A well-behaved client that asks the same thing again and again while others misbehave. */
final class Probe implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;

    private final URI address;
    private final String expected;
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private final Thread asking;
    private volatile boolean stopped;

    private Probe(URI address, String expected) {
        this.address = address;
        this.expected = expected;
        this.asking = Thread.ofPlatform().daemon().start(this::ask);
    }

    static Probe of(URI address, String expected) {
        return new Probe(address, expected);
    }

    private void ask() {
        String request = "GET " + address.getRawPath() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Wire wire = new Wire(address.getPort())) {
            while (!stopped) {
                long start = System.nanoTime();
                Wire.Answer answer = wire.send(request).answer();
                slowestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
                if (answer.status() != 200 || !answer.body().equals(expected)) {
                    failure.set("The probe was answered " + answer);
                    return;
                }
                answers.incrementAndGet();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            failure.set("The probe's connection failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fails if one answer was wrong or took longer; asks at least once more before. */
    void assertServed(Duration longest) throws Exception {
        int before = answers.get();
        Eventually.holds(() ->
                assertThat(failure.get() != null || answers.get() > before).isTrue());
        assertThat(failure.get()).isNull();
        assertThat(Duration.ofNanos(slowestNanos.get()))
                .as("the probe's slowest answer")
                .isLessThan(longest);
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        asking.join(Duration.ofSeconds(20));
    }
}
