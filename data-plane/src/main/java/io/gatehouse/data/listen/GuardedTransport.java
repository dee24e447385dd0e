// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.transport.Transport;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The system's best transport, with a {@link Doorkeeper} at the one place where it can stand: Vert.x tells of a
 * connection only once its protocol is known, which an attacker need never let happen.
 */
final class GuardedTransport implements Transport {
    private final Transport system;
    private final Doorkeeper doorkeeper;

    private GuardedTransport(Transport system, Doorkeeper doorkeeper) {
        this.system = system;
        this.doorkeeper = doorkeeper;
    }

    /** A Vertx whose servers have this doorkeeper. */
    static Vertx vertx(int eventLoops, Doorkeeper doorkeeper) {
        Transport nativeOne = VertxBuilder.nativeTransport();
        Transport system = nativeOne != null && nativeOne.isAvailable() ? nativeOne : JDKTransport.INSTANCE;
        return new VertxBuilder(new VertxOptions().setEventLoopPoolSize(eventLoops))
                .findTransport(new GuardedTransport(system, doorkeeper))
                .init()
                .vertx();
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        system.configure(options, domainSocket, bootstrap);
        bootstrap.handler(doorkeeper);
    }

    @Override
    public boolean supportsDomainSockets() {
        return system.supportsDomainSockets();
    }

    @Override
    public boolean supportFileRegion() {
        return system.supportFileRegion();
    }

    @Override
    public boolean isAvailable() {
        return system.isAvailable();
    }

    @Override
    public @Nullable Throwable unavailabilityCause() {
        return system.unavailabilityCause();
    }

    @Override
    public java.net.SocketAddress convert(SocketAddress address) {
        return system.convert(address);
    }

    @Override
    public @Nullable SocketAddress convert(java.net.SocketAddress address) {
        return system.convert(address);
    }

    @Override
    public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory threadFactory, int ioRatio) {
        return system.eventLoopGroup(type, threads, threadFactory, ioRatio);
    }

    @Override
    public DatagramChannel datagramChannel() {
        return system.datagramChannel();
    }

    @Override
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return system.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return system.channelFactory(domainSocket);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        return system.serverChannelFactory(domainSocket);
    }

    @Override
    public void configure(DatagramChannel channel, DatagramSocketOptions options) {
        system.configure(channel, options);
    }

    @Override
    public void configure(ClientOptionsBase options, boolean domainSocket, Bootstrap bootstrap) {
        system.configure(options, domainSocket, bootstrap);
    }
}
