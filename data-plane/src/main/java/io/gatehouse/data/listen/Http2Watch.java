// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends what an HTTP/2 client leaves lying: a connection on which there has been no request for too long, whatever else is
 * sent on it (neither pings nor a head that never ends keep it open), a connection whose bytes nobody takes, and a stream
 * whose answer waits for leave to be sent that does not come. One timer per connection.
 */
final class Http2Watch extends ChannelDuplexHandler {
    static final String NAME = "gatehouse-watch";

    private final Http2ConnectionHandler codec;
    private final Http2Connection connection;
    private final Http2RemoteFlowController flow;
    private final Http2Connection.PropertyKey leave;
    private final Http2Connection.PropertyKey waiting;
    private final WriteProgress progress = new WriteProgress();
    private final long idleNanos;
    private final long stallNanos;
    private final long periodNanos;
    private long lastUse = System.nanoTime();
    private int newestStream = -1;
    private @Nullable Future<?> timer;

    Http2Watch(Http2ConnectionHandler codec, ListenOptions options) {
        this.codec = codec;
        this.connection = codec.connection();
        this.flow = codec.encoder().flowController();
        this.leave = connection.newKey();
        this.waiting = connection.newKey();
        this.idleNanos = options.idleTimeout().toNanos();
        this.stallNanos = options.bodyTimeout().toNanos();
        this.periodNanos = Math.min(idleNanos, stallNanos) / 2;
        Http2FrameListener heard = codec.decoder().frameListener();
        codec.decoder().frameListener(new Http2FrameListenerDecorator(heard) {
            @Override
            public void onWindowUpdateRead(ChannelHandlerContext ctx, int streamId, int increment)
                    throws Http2Exception {
                Http2Stream stream = connection.stream(streamId);
                if (stream != null) {
                    stream.setProperty(leave, System.nanoTime());
                }
                super.onWindowUpdateRead(ctx, streamId, increment);
            }
        });
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

    @Override
    public void write(ChannelHandlerContext ctx, Object frame, ChannelPromise promise) {
        progress.wrote();
        ctx.write(frame, promise);
    }

    private void schedule(ChannelHandlerContext ctx) {
        timer = ctx.executor().schedule(() -> look(ctx), periodNanos, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext ctx) {
        long now = System.nanoTime();
        if (isIdle(now) || progress.none(ctx.channel())) {
            ctx.channel().close();
            return;
        }
        try {
            resetStalled(now);
        } catch (Http2Exception impossible) {
            ctx.channel().close();
            return;
        }
        schedule(ctx);
    }

    private boolean isIdle(long now) {
        int newest = connection.remote().lastStreamCreated();
        if (connection.numActiveStreams() > 0 || newest != newestStream) {
            newestStream = newest;
            lastUse = now;
        }
        return now - lastUse >= idleNanos;
    }

    private void resetStalled(long now) throws Http2Exception {
        List<Http2Stream> stalled = new ArrayList<>(0);
        connection.forEachActiveStream(stream -> {
            if (isStalled(stream, now)) {
                stalled.add(stream);
            }
            return true;
        });
        if (stalled.isEmpty()) {
            return;
        }
        ChannelHandlerContext ctx = flow.channelHandlerContext();
        for (Http2Stream stream : stalled) {
            codec.resetStream(ctx, stream.id(), Http2Error.CANCEL.code(), ctx.newPromise());
        }
        ctx.flush();
    }

    /** Whether an answer waits, and the window that it waits for has not been opened for too long. */
    private boolean isStalled(Http2Stream stream, long now) {
        Http2Stream whole = connection.connectionStream();
        boolean closed = flow.windowSize(stream) <= 0 || flow.windowSize(whole) <= 0;
        if (!closed || !flow.hasFlowControlled(stream)) {
            stream.removeProperty(waiting);
            return false;
        }
        Long since = stream.getProperty(waiting);
        if (since == null) {
            stream.setProperty(waiting, now);
            return false;
        }
        Long opened = (flow.windowSize(stream) <= 0 ? stream : whole).getProperty(leave);
        long last = opened == null || opened - since < 0 ? since : opened;
        return now - last >= stallNanos;
    }

    private void cancel() {
        Future<?> running = timer;
        if (running != null) {
            running.cancel(false);
        }
    }
}
