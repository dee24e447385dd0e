// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.data.tls.RenewableKeys;
import io.gatehouse.data.tls.TlsIdentity;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One port for traffic, served by several event loops, each with a handler of its own. */
public final class TrafficServer {
    /** A head is measured as AWS does it when it is whole; the parser counts names and separators as well. */
    private static final int PARSED_HEAD_BYTES = 2 * HeadCheck.MAX_HEAD_BYTES;

    /** Vert.x shares a negative port between servers as it shares a real one, and binds it to a free one. */
    private static final int ANY_FREE_PORT = -1;

    private final ListenOptions options;
    private final Doorkeeper doorkeeper;
    private final Vertx vertx;
    private final @Nullable RenewableKeys keys;
    private final Set<HttpConnection> http2 = ConcurrentHashMap.newKeySet();
    private volatile @Nullable HttpServer server;
    private volatile boolean draining;

    private TrafficServer(ListenOptions options, int eventLoops) {
        this.options = options;
        this.doorkeeper = new Doorkeeper(options);
        this.vertx = GuardedTransport.vertx(eventLoops, doorkeeper);
        TlsIdentity tls = options.tls();
        this.keys = tls == null ? null : new RenewableKeys(vertx, tls);
    }

    /**
     * Begins to listen, on event loops of its own.
     *
     * @param port 0 for any free one
     * @param eventLoops how many event loops serve
     * @param handlers makes one handler per event loop
     * @return fails when the port cannot be bound
     * @throws IllegalArgumentException when the certificate cannot be used
     */
    public static Future<TrafficServer> start(
            String host, int port, int eventLoops, ListenOptions options, Function<Vertx, EngineHandler> handlers) {
        TrafficServer server = new TrafficServer(options, eventLoops);
        HttpServerOptions http = server.httpOptions(host, port == 0 ? ANY_FREE_PORT : port);
        return server.vertx
                .deployVerticle(
                        () -> server.new Listener(http, handlers), new DeploymentOptions().setInstances(eventLoops))
                .map(server)
                .onFailure(unbound -> server.vertx.close());
    }

    private HttpServerOptions httpOptions(String host, int port) {
        HttpServerOptions http = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setMaxHeaderSize(PARSED_HEAD_BYTES)
                .setMaxInitialLineLength(HeadCheck.MAX_HEAD_BYTES)
                .setInitialSettings(new Http2Settings()
                        .setMaxHeaderListSize(PARSED_HEAD_BYTES)
                        .setMaxConcurrentStreams(Watches.HTTP2_STREAMS))
                .setIdleTimeout(0)
                .setHandle100ContinueAutomatically(false)
                .setTcpNoDelay(true);
        if (keys != null) {
            http.setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(KeyCertOptions.wrap(keys))
                    .setSslHandshakeTimeout(options.headTimeout().toMillis())
                    .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        }
        return http;
    }

    /** The port that is listened on. */
    public int port() {
        HttpServer bound = server;
        return bound == null ? -1 : bound.actualPort();
    }

    /** How many connections there are. */
    public int connections() {
        return doorkeeper.open();
    }

    /**
     * Reads the certificate's files again, for connections from now on. Blocks.
     *
     * @throws IllegalArgumentException when they are unusable; nothing changes then
     */
    public void renewCertificate() {
        if (keys != null) {
            keys.renew();
        }
    }

    /**
     * Takes no new connection any more; those that there are stay for what has begun. HTTP/2 clients are told to send
     * no further request.
     *
     * @param patience how long what has begun may take
     */
    public void drain(Duration patience) {
        draining = true;
        doorkeeper.stopAccepting();
        http2.forEach(connection -> sayGoodbye(connection, patience.toMillis()));
    }

    private static void sayGoodbye(HttpConnection connection, long patienceMillis) {
        connection.shutdown(patienceMillis);
    }

    /** Closes the port and every connection. */
    public Future<Void> close() {
        return vertx.close();
    }

    /** A connection's protocol is known. */
    private void opened(HttpConnection connection) {
        if (draining) {
            connection.close();
            return;
        }
        if (connection instanceof ConnectionBase base && Watches.place(base, options, 0)) {
            http2.add(connection);
            connection.closeHandler(closed -> http2.remove(connection));
        }
    }

    private final class Listener extends AbstractVerticle {
        private final HttpServerOptions options;
        private final Function<Vertx, EngineHandler> handlers;

        Listener(HttpServerOptions options, Function<Vertx, EngineHandler> handlers) {
            this.options = options;
            this.handlers = handlers;
        }

        @Override
        public void start(Promise<Void> started) {
            EngineHandler handler = handlers.apply(vertx);
            vertx.createHttpServer(options)
                    .requestHandler(handler)
                    .invalidRequestHandler(handler::unreadable)
                    .connectionHandler(TrafficServer.this::opened)
                    .exceptionHandler(failure -> {
                        // Broken handshakes and the like: a client's failure, which says nothing about us.
                    })
                    .listen()
                    .onSuccess(bound -> {
                        server = bound;
                        started.complete();
                    })
                    .onFailure(started::fail);
        }
    }
}
