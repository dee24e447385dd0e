// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.listen.RawClient;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies larger than any buffer pass at the pace of whoever is slower, and nothing of them piles up. */
@Timeout(60)
final class BackpressureIT {
    private static final int MEGABYTE = 1024 * 1024;
    private static final long BODY = 200L * MEGABYTE;

    /** What the systems' own buffers hold of two connections, and some more. */
    private static final long UNDER_WAY = 24L * MEGABYTE;

    private static final long MEMORY = 64L * MEGABYTE;
    private static final byte[] BLOCK = new byte[64 * 1024];

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();

    private static Served serving(RawBackend backend) {
        return new Served(
                DataPlaneOptions.defaults().withBodyLimit((int) BODY), Definitions.proxy("/x", "NONE", backend.uri()));
    }

    @Test
    void aLongAnswerWaitsForItsReader() throws Exception {
        try (RawBackend backend = RawBackend.start(socket -> {
                    RawBackend.head(socket);
                    RawBackend.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + BODY + "\r\n\r\n");
                    send(socket.getOutputStream());
                });
                Served served = serving(backend);
                RawClient client = new RawClient(served.port)) {
            long before = memory();
            client.write(Served.get("/x"));
            assertThat(client.answerHead().headers()).containsEntry("content-length", Long.toString(BODY));

            assertThat(settled(sent::get)).isBetween(1L, UNDER_WAY);
            assertThat(memory() - before).isLessThan(MEMORY);

            byte[] read = new byte[BLOCK.length];
            while (received.get() < BODY) {
                int length = client.read(read);
                assertThat(length).isPositive();
                received.addAndGet(length);
                assertThat(sent.get() - received.get()).isLessThan(UNDER_WAY);
            }
            assertThat(memory() - before).isLessThan(MEMORY);
        }
    }

    @Test
    void aLongBodyWaitsForItsBackend() throws Exception {
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        try (RawBackend backend = RawBackend.start(socket -> {
                    RawBackend.head(socket);
                    goOn.get(30, TimeUnit.SECONDS);
                    receive(socket.getInputStream());
                    RawBackend.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                });
                Served served = serving(backend);
                RawClient client = new RawClient(served.port)) {
            long before = memory();
            client.write(
                    "POST " + Served.at("/x") + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + BODY + "\r\n\r\n");
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                for (long left = BODY; left > 0; left -= BLOCK.length) {
                    try {
                        client.write(BLOCK);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    sent.addAndGet(BLOCK.length);
                }
            });

            assertThat(settled(sent::get)).isBetween(1L, UNDER_WAY);
            assertThat(memory() - before).isLessThan(MEMORY);

            goOn.complete(null);
            assertThat(client.answer().body()).isEqualTo("ok");
            sending.get(10, TimeUnit.SECONDS);
            assertThat(received).hasValue(BODY);
            assertThat(memory() - before).isLessThan(MEMORY);
        }
    }

    private void send(OutputStream out) throws Exception {
        for (long left = BODY; left > 0; left -= BLOCK.length) {
            out.write(BLOCK);
            sent.addAndGet(BLOCK.length);
        }
    }

    private void receive(InputStream in) throws Exception {
        byte[] read = new byte[BLOCK.length];
        while (received.get() < BODY) {
            int length = in.read(read);
            assertThat(length).isPositive();
            received.addAndGet(length);
        }
    }

    /** The value once it does not change any more. */
    private static long settled(LongSupplier value) throws InterruptedException {
        long before;
        long now = 0;
        do {
            before = now;
            Thread.sleep(300);
            now = value.getAsLong();
        } while (now != before || now == 0);
        return now;
    }

    /** Of the whole process, which is backend and client as well: the heap after a collection, and buffers beside it. */
    private static long memory() {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            used += pool.getMemoryUsed();
        }
        return used + PlatformDependent.usedDirectMemory();
    }
}
