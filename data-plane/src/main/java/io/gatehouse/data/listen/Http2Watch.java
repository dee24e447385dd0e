// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends an HTTP/2 connection on which there has been no request for too long, whatever else is sent on it: neither
 * pings nor a head that never ends keep it open.
 */
final class Http2Watch extends ChannelInboundHandlerAdapter {
    static final String NAME = "gatehouse-watch";

    private final Http2Connection connection;
    private final long idleNanos;
    private int newestStream = -1;
    private @Nullable Future<?> timer;

    Http2Watch(Http2Connection connection, ListenOptions options) {
        this.connection = connection;
        this.idleNanos = options.idleTimeout().toNanos();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        schedule(ctx);
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

    private void schedule(ChannelHandlerContext ctx) {
        timer = ctx.executor().schedule(() -> look(ctx), idleNanos, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext ctx) {
        int newest = connection.remote().lastStreamCreated();
        if (connection.numActiveStreams() == 0 && newest == newestStream) {
            ctx.channel().close();
            return;
        }
        newestStream = connection.numActiveStreams() == 0 ? newest : -1;
        schedule(ctx);
    }

    private void cancel() {
        Future<?> running = timer;
        if (running != null) {
            running.cancel(false);
        }
    }
}
