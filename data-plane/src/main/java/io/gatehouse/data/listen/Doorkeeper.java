// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands where connections are accepted, before any protocol is spoken: counts them, and gives each a time by which
 * it must have said something. A few beyond the limit are taken all the same, and their first request is
 * answered 503; those beyond that are closed at once.
 */
@ChannelHandler.Sharable
final class Doorkeeper extends ChannelInboundHandlerAdapter {
    private static final AttributeKey<Boolean> UNWELCOME = AttributeKey.valueOf("gatehouse.unwelcome");
    private static final AttributeKey<Boolean> ENROLLED = AttributeKey.valueOf("gatehouse.enrolled");
    private static final AttributeKey<Boolean> CLOSING = AttributeKey.valueOf("gatehouse.closing");

    /** How many beyond the limit are told so, as a part of the limit and at least. */
    private static final int RESERVE_PART = 16;

    private static final int RESERVE_LEAST = 16;

    private final ListenOptions options;
    private final int mostWithReserve;
    private final AtomicInteger open = new AtomicInteger();
    private volatile @Nullable Channel listener;

    Doorkeeper(ListenOptions options) {
        this.options = options;
        int most = options.maxConnections();
        this.mostWithReserve = most + Math.max(RESERVE_LEAST, most / RESERVE_PART);
    }

    /** How many connections there are. */
    int open() {
        return open.get();
    }

    /** Takes no new connection any more; those that there are stay. */
    void stopAccepting() {
        Channel door = listener;
        if (door != null) {
            door.close();
        }
    }

    /** Whether a connection has been counted. */
    static boolean knows(Channel child) {
        return child.hasAttr(ENROLLED);
    }

    /** Whether a connection is one too many. */
    static boolean isUnwelcome(HttpConnection connection) {
        return connection instanceof ConnectionBase base && base.channel().hasAttr(UNWELCOME);
    }

    /**
     * An HTTP/1 connection has been told that the answer on its way is the last one: what its client had sent after
     * the request is not to be answered any more.
     */
    static void announceClosing(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            base.channel().attr(CLOSING).set(true);
        }
    }

    static boolean isClosing(HttpConnection connection) {
        return connection instanceof ConnectionBase base && base.channel().hasAttr(CLOSING);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        listener = ctx.channel();
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof Channel child && !admit(child)) {
            child.unsafe().closeForcibly();
            return;
        }
        ctx.fireChannelRead(message);
    }

    private boolean admit(Channel child) {
        if (!enroll(child)) {
            return false;
        }
        child.pipeline()
                .addLast(
                        OpeningWatch.NAME,
                        new OpeningWatch(options.headTimeout().toMillis(), options.tls() == null));
        return true;
    }

    /** Counts a connection; false when there are far too many. */
    boolean enroll(Channel child) {
        int now = open.incrementAndGet();
        if (now > mostWithReserve) {
            open.decrementAndGet();
            return false;
        }
        child.closeFuture().addListener(closed -> open.decrementAndGet());
        if (now > options.maxConnections()) {
            child.attr(UNWELCOME).set(true);
        }
        child.attr(ENROLLED).set(true);
        return true;
    }
}
