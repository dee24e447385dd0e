// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.client;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Collects what a body publisher publishes. */
final class BodyBytes implements Flow.Subscriber<ByteBuffer> {
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> all = new CompletableFuture<>();

    private BodyBytes() {}

    /** The publisher's bytes; what makes it fail is thrown as the cause of a {@code CompletionException}. */
    static byte[] of(BodyPublisher publisher) {
        BodyBytes bytes = new BodyBytes();
        publisher.subscribe(bytes);
        return bytes.all.join();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        collected.writeBytes(bytes);
    }

    @Override
    public void onError(Throwable problem) {
        all.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        all.complete(collected.toByteArray());
    }
}
