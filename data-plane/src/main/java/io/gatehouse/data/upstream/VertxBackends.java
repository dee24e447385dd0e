// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Backends;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.tls.TlsIdentity;
import io.gatehouse.data.tls.TrustedAuthorities;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.TrustOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keep-alive connections to HTTP backends, pooled per address, for the event loops of one Vertx. */
public final class VertxBackends implements Backends {
    private static final int MAX_HEADER_BYTES = 65_536;
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** Some lost packets; whoever does not answer for so long leaves its place in the pool. */
    private static final int CONNECT_MILLIS = 10_000;

    private final BackendOptions options;
    private final Lines verifying;
    private final Lines trusting;

    /**
     * Opens no connection yet.
     *
     * @param names where hosts are
     * @param overrides where some hosts are besides
     * @throws IllegalArgumentException when the certificates of the options cannot be read
     */
    public VertxBackends(Vertx vertx, Names names, AddressOverrides overrides, BackendOptions options) {
        this.options = options;
        this.verifying = lines(vertx, names, overrides, TrustedAuthorities.systemAnd(options.authorities()));
        this.trusting = lines(vertx, names, overrides, TrustedAuthorities.anybody());
    }

    private Lines lines(Vertx vertx, Names names, AddressOverrides overrides, TrustOptions trust) {
        return new Lines(vertx, names, overrides, client(vertx, trust, true), client(vertx, trust, false));
    }

    private HttpClient client(Vertx vertx, TrustOptions trust, boolean kept) {
        HttpClientOptions http = new HttpClientOptions()
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setMaxInitialLineLength(MAX_HEADER_BYTES)
                .setKeepAlive(kept)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setConnectTimeout(CONNECT_MILLIS)
                .setTcpNoDelay(true)
                .setVerifyHost(true)
                .setTrustOptions(trust);
        TlsIdentity identity = options.identity();
        if (identity != null) {
            http.setKeyCertOptions(identity.keyCertOptions());
        }
        return vertx.httpClientBuilder()
                .with(http)
                .with(new PoolOptions().setHttp1MaxSize(options.connections()).setMaxWaitQueueSize(options.waiting()))
                .withConnectHandler(connection -> AnswerWatch.place(connection, SILENCE_NANOS))
                .build();
    }

    @Override
    public Future<BackendAnswer> send(Exchange exchange, int timeoutMillis, boolean verifyCertificate) {
        return new BackendCall(verifyCertificate ? verifying : trusting, exchange, timeoutMillis).send();
    }

    /** Closes all connections. */
    public Future<Void> close() {
        return Future.all(List.of(
                        verifying.kept().close(),
                        verifying.fresh().close(),
                        trusting.kept().close(),
                        trusting.fresh().close()))
                .mapEmpty();
    }
}
