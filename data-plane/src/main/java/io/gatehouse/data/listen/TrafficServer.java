// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.channel.Channel;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One port for traffic, served by several event loops, each with a handler of its own. */
public final class TrafficServer {
    /** What AWS allows for a request's head (developer guide, "Quotas for configuring and running a REST API"). */
    private static final int MAX_HEAD_BYTES = 10_240;

    /** Longer than any integration may take, since waiting for a backend is silence on the client's connection. */
    private static final int SILENCE_SECONDS = 360;

    /** Vert.x shares a negative port between servers as it shares a real one, and binds it to a free one. */
    private static final int ANY_FREE_PORT = -1;

    private final Vertx vertx;
    private volatile boolean accepting = true;
    private volatile int port;
    private volatile @Nullable Channel listener;

    private TrafficServer(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Begins to listen.
     *
     * @param port 0 for any free one
     * @param eventLoops how many event loops serve
     * @param handlers makes one handler per event loop
     * @return fails when the port cannot be bound
     */
    public static Future<TrafficServer> start(
            Vertx vertx, String host, int port, int eventLoops, Supplier<EngineHandler> handlers) {
        TrafficServer server = new TrafficServer(vertx);
        HttpServerOptions options = options(host, port == 0 ? ANY_FREE_PORT : port);
        return vertx.deployVerticle(
                        () -> server.new Listener(options, handlers), new DeploymentOptions().setInstances(eventLoops))
                .map(server);
    }

    private static HttpServerOptions options(String host, int port) {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setMaxHeaderSize(MAX_HEAD_BYTES)
                .setMaxInitialLineLength(MAX_HEAD_BYTES)
                .setInitialSettings(new Http2Settings().setMaxHeaderListSize(MAX_HEAD_BYTES))
                .setIdleTimeout(SILENCE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHandle100ContinueAutomatically(false)
                .setTcpNoDelay(true);
    }

    /** The port that is listened on. */
    public int port() {
        return port;
    }

    /** Takes no new connection any more; those that there are stay. */
    public void stopAccepting() {
        accepting = false;
        Channel open = listener;
        if (open != null) {
            open.close();
        }
    }

    /** Closes the port and every connection. */
    public Future<Void> close() {
        return vertx.close();
    }

    /**
     * Vert.x can close a server only together with its connections. The listening channel itself is known from any
     * connection that it has accepted; as long as there has been none, there is nothing to be kept open either.
     */
    private void accepted(HttpConnection connection) {
        if (!accepting) {
            connection.close();
        } else if (listener == null && connection instanceof ConnectionBase base) {
            listener = base.channel().parent();
        }
    }

    private final class Listener extends AbstractVerticle {
        private final HttpServerOptions options;
        private final Supplier<EngineHandler> handlers;

        Listener(HttpServerOptions options, Supplier<EngineHandler> handlers) {
            this.options = options;
            this.handlers = handlers;
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer(options)
                    .requestHandler(handlers.get())
                    .connectionHandler(TrafficServer.this::accepted)
                    .listen()
                    .onSuccess(server -> bound(server, started))
                    .onFailure(started::fail);
        }

        private void bound(HttpServer server, Promise<Void> started) {
            port = server.actualPort();
            started.complete();
        }
    }
}
