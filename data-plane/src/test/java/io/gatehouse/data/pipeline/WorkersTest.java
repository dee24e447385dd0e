// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.served.FaultKind;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void workLeavesTheEventLoopAndItsResultComesBackToIt() throws Exception {
        CompletableFuture<List<Thread>> threads = new CompletableFuture<>();
        Context loop = VERTX.getOrCreateContext();
        loop.runOnContext(start -> {
            Thread caller = Thread.currentThread();
            Workers.call(Thread::currentThread)
                    .onSuccess(worker -> threads.complete(List.of(caller, worker, Thread.currentThread())));
        });
        List<Thread> seen = threads.get(5, TimeUnit.SECONDS);
        assertThat(seen.get(1)).isNotSameAs(seen.getFirst());
        assertThat(seen.get(2)).isSameAs(seen.getFirst());
    }

    @Test
    void smallWorkStaysOnTheEventLoop() throws Exception {
        CompletableFuture<List<Thread>> threads = new CompletableFuture<>();
        VERTX.getOrCreateContext().runOnContext(start -> {
            Thread caller = Thread.currentThread();
            Workers.call(64 * 1024, Thread::currentThread)
                    .onSuccess(worker -> threads.complete(List.of(caller, worker)));
        });
        List<Thread> seen = threads.get(5, TimeUnit.SECONDS);
        assertThat(seen.get(1)).isSameAs(seen.getFirst());
    }

    @Test
    void workThatThrowsFailsTheFuture() throws Exception {
        FaultException refusal = FaultException.of(FaultKind.REQUEST_TOO_LARGE);
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        VERTX.getOrCreateContext()
                .runOnContext(start -> Workers.call(() -> {
                            throw refusal;
                        })
                        .onFailure(failure::complete));
        assertThat(failure.get(5, TimeUnit.SECONDS)).isSameAs(refusal);
        assertThat(Workers.call(() -> {
                            throw refusal;
                        })
                        .cause())
                .isSameAs(refusal);
    }

    @Test
    void withoutAnEventLoopTheWorkIsDoneAtOnce() {
        assertThat(Workers.call(() -> "done").result()).isEqualTo("done");
    }
}
