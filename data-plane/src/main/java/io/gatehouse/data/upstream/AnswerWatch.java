// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches what a backend's connection says. Closes it when the body of an answer stops coming: only a body, since how long a
 * head may take is the integration's own timeout, and only when we want it, since a client that reads slowly stops us from
 * reading. And keeps interim answers back, which Vert.x would take for the answer. One timer per connection; nothing is
 * scheduled per call.
 */
final class AnswerWatch extends ChannelDuplexHandler {
    /** What Vert.x calls its own handler. */
    private static final String HANDLER = "handler";

    private static final int SWITCHING_PROTOCOLS = 101;

    private final long silenceNanos;
    private boolean inBody;
    private boolean interim;
    private long since = System.nanoTime();
    private @Nullable Future<?> timer;

    AnswerWatch(long silenceNanos) {
        this.silenceNanos = silenceNanos;
    }

    /** Watches a new connection. */
    static void place(HttpConnection connection, long silenceNanos) {
        // The calls are told as well; without a handler each failure would be an error in the log.
        connection.exceptionHandler(told -> {});
        if (connection instanceof ConnectionBase base
                && base.channel().pipeline().get(HANDLER) != null) {
            base.channel().pipeline().addBefore(HANDLER, "gatehouse-answers", new AnswerWatch(silenceNanos));
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        schedule(ctx, silenceNanos);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        cancel();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        cancel();
        ctx.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpResponse response) {
            inBody = true;
            int status = response.status().code();
            interim = status >= 100 && status < 200 && status != SWITCHING_PROTOCOLS;
        }
        boolean keptBack = interim;
        if (message instanceof LastHttpContent) {
            inBody = false;
            interim = false;
        }
        if (keptBack) {
            ReferenceCountUtil.release(message);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    /** Asked for after everything that was read, and when reading goes on after a pause. */
    @Override
    public void read(ChannelHandlerContext ctx) {
        since = System.nanoTime();
        ctx.read();
    }

    private void look(ChannelHandlerContext ctx) {
        long silent = System.nanoTime() - since;
        boolean wanted = inBody && ctx.channel().config().isAutoRead();
        if (wanted && silent >= silenceNanos) {
            ctx.close();
        } else {
            schedule(ctx, wanted ? silenceNanos - silent : silenceNanos);
        }
    }

    private void schedule(ChannelHandlerContext ctx, long nanos) {
        timer = ctx.executor().schedule(() -> look(ctx), nanos, TimeUnit.NANOSECONDS);
    }

    private void cancel() {
        Future<?> running = timer;
        if (running != null) {
            running.cancel(false);
        }
    }
}
