// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.listen.RawClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A well-behaved client that asks {@code /probe} again and again while others misbehave; the answer is {@code alive}. */
final class Probe implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;

    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private final Thread asking;
    private volatile boolean stopped;

    Probe(int port) {
        this.asking = Thread.ofPlatform().daemon().start(() -> ask(port));
    }

    private void ask(int port) {
        try (RawClient client = new RawClient(port)) {
            while (!stopped) {
                long start = System.nanoTime();
                client.write(Served.get("/probe"));
                RawClient.Answer answer = client.answer();
                slowestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
                if (answer.status() != 200 || !answer.body().equals("alive")) {
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
