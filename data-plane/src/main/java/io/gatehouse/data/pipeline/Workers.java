// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Where work goes that would keep an event loop from its other connections: a thread pool of the Vert.x instance
 * that runs the exchange. Small work does not go there: {@link #worthLeaving} says from what size on the way pays.
 *
 * <p>The exchange rests meanwhile, but its client may leave: work must not read fields of the exchange that a log
 * could read at the same time and make on demand, such as {@link Exchange#context()}; fetch them before.
 */
public final class Workers {
    /** Bytes of a body; rendering or converting as many takes about a millisecond. */
    private static final int SIZE = 64 * 1024;

    private Workers() {}

    /** Whether work on so many bytes is to leave the event loop. */
    public static boolean worthLeaving(int bytes) {
        return bytes > SIZE;
    }

    /**
     * Does the work on another thread, and completes on the event loop this is called on. Without an event loop the
     * work is done at once.
     *
     * @param work never makes {@code null}; what it throws fails the future
     */
    public static <T> Future<T> call(Supplier<T> work) {
        Context context = Vertx.currentContext();
        if (context == null) {
            return inline(work);
        }
        return context.executeBlocking(work::get, false).map(Objects::requireNonNull);
    }

    /** The same, or at once on this thread if the work is on few bytes. */
    public static <T> Future<T> call(int bytes, Supplier<T> work) {
        return worthLeaving(bytes) ? call(work) : inline(work);
    }

    private static <T> Future<T> inline(Supplier<T> work) {
        try {
            return Future.succeededFuture(work.get());
        } catch (RuntimeException | StackOverflowError thrown) {
            return Future.failedFuture(thrown);
        }
    }
}
