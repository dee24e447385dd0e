// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches a new connection until it is known what is spoken on it: the TLS handshake, and in plain text the first
 * head. Whoever is still not done when the time is over is told so, if it began at all, and the connection closed.
 */
final class OpeningWatch extends ChannelInboundHandlerAdapter {
    static final String NAME = "gatehouse-opening";

    private final long timeoutMillis;
    private final boolean plainText;
    private boolean begun;
    private @Nullable Future<?> timer;

    OpeningWatch(long timeoutMillis, boolean plainText) {
        this.timeoutMillis = timeoutMillis;
        this.plainText = plainText;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        timer = ctx.executor().schedule(() -> late(ctx), timeoutMillis, TimeUnit.MILLISECONDS);
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
        begun = true;
        ctx.fireChannelRead(message);
    }

    private void cancel() {
        Future<?> running = timer;
        if (running != null) {
            running.cancel(false);
        }
    }

    private void late(ChannelHandlerContext ctx) {
        boolean http1 = plainText && ctx.pipeline().get(Http2ConnectionHandler.class) == null;
        if (begun && http1) {
            ctx.writeAndFlush(Unpooled.copiedBuffer(Refusal.TOO_SLOW.raw(), StandardCharsets.US_ASCII))
                    .addListener(ChannelFutureListener.CLOSE);
        } else {
            ctx.close();
        }
    }
}
