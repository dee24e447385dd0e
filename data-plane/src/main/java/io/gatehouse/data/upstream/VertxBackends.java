// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Backends;
import io.gatehouse.data.pipeline.Exchange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.util.concurrent.TimeUnit;

/** Keep-alive connections to HTTP backends, pooled per address, for the event loops of one Vertx. */
public final class VertxBackends implements Backends {
    private static final int CONNECTIONS_PER_ADDRESS = 512;
    private static final int WAITING_REQUESTS = 10_000;
    private static final int MAX_HEADER_BYTES = 65_536;
    private static final int KEEP_ALIVE_SECONDS = 30;

    /** Longer than any integration timeout: it only ends bodies that have stopped coming. */
    private static final int SILENCE_SECONDS = 60;

    private final Vertx vertx;
    private final AddressOverrides overrides;
    private final HttpClient verifying;
    private final HttpClient trusting;

    /** Opens no connection yet. */
    public VertxBackends(Vertx vertx, AddressOverrides overrides) {
        this.vertx = vertx;
        this.overrides = overrides;
        this.verifying = vertx.createHttpClient(options());
        this.trusting = vertx.createHttpClient(options().setTrustAll(true).setVerifyHost(false));
    }

    private static HttpClientOptions options() {
        return new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_PER_ADDRESS)
                .setMaxWaitQueueSize(WAITING_REQUESTS)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setMaxInitialLineLength(MAX_HEADER_BYTES)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setReadIdleTimeout(SILENCE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setTcpNoDelay(true);
    }

    @Override
    public Future<BackendAnswer> send(Exchange exchange, int timeoutMillis, boolean verifyCertificate) {
        HttpClient client = verifyCertificate ? verifying : trusting;
        return new BackendCall(vertx, client, overrides, exchange).send(timeoutMillis);
    }

    /** Closes all connections. */
    public Future<Void> close() {
        return Future.all(verifying.close(), trusting.close()).mapEmpty();
    }
}
