// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends an HTTP/1 connection that is idle for too long, whose client takes too long over a head, or whose client
 * does not read its answer. Stands between the codec and the connection's own handler.
 *
 * <pre>
 *   IDLE --some bytes--> HEAD --the rest of a head--> EXCHANGE --last answer written--> IDLE
 *     \------------------- a whole head at once -------^
 * </pre>
 *
 * One timer per connection, which looks when it fires whether there is a reason to act; nothing is scheduled per request.
 */
final class Http1Watch extends ChannelDuplexHandler {
    static final String NAME = "gatehouse-watch";

    private static final long LAST_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private enum State {
        IDLE,
        HEAD,
        EXCHANGE
    }

    private final long headNanos;
    private final long idleNanos;
    private final long stallNanos;

    private final WriteProgress progress = new WriteProgress();
    private State state;
    private long since = System.nanoTime();
    private int unanswered;
    private boolean decoded;
    private boolean lastLook;
    private @Nullable Future<?> timer;

    /**
     * @param underWay how many requests have been read already: none, or the one that is being handled
     */
    Http1Watch(ListenOptions options, int underWay) {
        this.state = underWay == 0 ? State.HEAD : State.EXCHANGE;
        this.unanswered = underWay;
        this.headNanos = options.headTimeout().toNanos();
        this.idleNanos = options.idleTimeout().toNanos();
        this.stallNanos = options.bodyTimeout().toNanos();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        schedule(ctx, state == State.HEAD ? headNanos : stallNanos);
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
        decoded = true;
        if (message instanceof HttpRequest) {
            unanswered++;
            state = State.EXCHANGE;
        }
        ctx.fireChannelRead(message);
    }

    /** Bytes of which the codec made nothing are the beginning of a head. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (state == State.IDLE && !decoded) {
            state = State.HEAD;
            since = System.nanoTime();
            cancel();
            schedule(ctx, headNanos);
        }
        decoded = false;
        ctx.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        progress.wrote();
        boolean interim =
                message instanceof HttpResponse response && response.status().code() < 200;
        if (message instanceof LastHttpContent && !interim && --unanswered == 0) {
            state = State.IDLE;
            since = System.nanoTime();
        }
        ctx.write(message, promise);
    }

    private void look(ChannelHandlerContext ctx) {
        long now = System.nanoTime();
        switch (state) {
            case IDLE -> {
                if (drained(ctx.channel())) {
                    closeAfter(ctx, idleNanos - (now - since));
                } else {
                    lookForProgress(ctx);
                }
            }
            case HEAD -> {
                long left = headNanos - (now - since);
                if (left > 0) {
                    schedule(ctx, left);
                } else {
                    refuse(ctx);
                }
            }
            case EXCHANGE -> lookForProgress(ctx);
        }
    }

    /** What has come in and could not be read yet, since the event loop is busy, is read before the last look. */
    private void closeAfter(ChannelHandlerContext ctx, long left) {
        if (left > 0) {
            lastLook = false;
            schedule(ctx, left);
        } else if (lastLook) {
            ctx.close();
        } else {
            lastLook = true;
            schedule(ctx, LAST_LOOK_NANOS);
        }
    }

    private static boolean drained(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null || buffer.isEmpty();
    }

    private void lookForProgress(ChannelHandlerContext ctx) {
        if (progress.none(ctx.channel())) {
            ctx.close();
        } else {
            schedule(ctx, stallNanos);
        }
    }

    private void refuse(ChannelHandlerContext ctx) {
        byte[] body = Refusal.TOO_SLOW.body();
        DefaultFullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.REQUEST_TIMEOUT,
                ctx.alloc().buffer(body.length).writeBytes(body));
        answer.headers()
                .set("Connection", "close")
                .set("Content-Type", "application/json")
                .set("Content-Length", body.length)
                .set("x-amzn-ErrorType", Refusal.TOO_SLOW.errorType());
        ctx.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
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
