// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.gatehouse.contract.publish.Publications;
import io.gatehouse.contract.rest.AccessLogFormat;
import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.control.aws.gate.ManagementGate;
import io.gatehouse.control.publish.PublicationListener;
import io.gatehouse.data.DataPlane;
import io.gatehouse.data.DataPlaneOptions;
import io.gatehouse.data.LogOptions;
import io.gatehouse.data.listen.EngineHandler;
import io.gatehouse.data.listen.GuestDoor;
import io.gatehouse.data.listen.ListenOptions;
import io.gatehouse.data.listen.TrustedProxies;
import io.gatehouse.data.observe.LogLimits;
import io.gatehouse.data.tls.TlsIdentity;
import io.gatehouse.data.upstream.BackendOptions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * The data plane that runs in the control plane's process: the one place where the two planes meet. It serves the
 * traffic port by itself, and takes from the port for tools what addresses a deployed API, before the management
 * API sees it.
 */
@Singleton
final class EmbeddedDataPlane implements TrafficListener, PublicationListener {
    private static final Logger LOG = Logger.getLogger(EmbeddedDataPlane.class);
    private static final int BEFORE_MANAGEMENT = ManagementGate.PRIORITY + 1_000;

    private final GatehouseConfig config;
    private final DataPlane plane;
    private int port;

    EmbeddedDataPlane(GatehouseConfig config, Publications publications, Credentials credentials, Clock clock) {
        this.config = config;
        DataPlaneOptions options = DataPlaneOptions.defaults()
                .withResolve(config.resolvedAddresses())
                .withBodyLimit(config.maxBodyBytes())
                .withListen(terms(config))
                .withBackends(backends(config))
                .withLogs(logs(config));
        this.plane = DataPlane.create(options, publications, credentials, clock);
    }

    /** What the settings say of the traffic port's clients. */
    private static ListenOptions terms(GatehouseConfig config) {
        return ListenOptions.defaults()
                .withTimeouts(config.headTimeout(), config.bodyTimeout(), config.idleTimeout())
                .withMaxConnections(config.maxConnections().orElseGet(ConnectionLimit::ofThisProcess))
                .withTrustedProxies(TrustedProxies.of(config.trustedProxies().orElse(List.of())))
                .withMetricsReaders(TrustedProxies.of(config.metricsReaders().orElse(List.of())))
                .withTls(config.tlsCert()
                        .map(certificate -> identity(certificate, config.tlsKey(), config.tlsPassword()))
                        .orElse(null));
    }

    private static LogOptions logs(GatehouseConfig config) {
        LogOptions.Access access = config.accessLog()
                .map(target -> new LogOptions.Access(
                        target.equals("-") ? null : Path.of(target), AccessLogFormat.parse(config.accessLogFormat())))
                .orElse(null);
        return new LogOptions(
                config.dataDir().resolve("logs"),
                LogLimits.defaults().withFiles(Settings.bytes(config.logMaxSize()), config.logMaxFiles()),
                access);
    }

    /** What the settings say of the way to backends. */
    private static BackendOptions backends(GatehouseConfig config) {
        return BackendOptions.defaults()
                .withLimits(config.backendConnections(), config.backendWaiting())
                .withAddressTtl(config.backendAddressTtl())
                .withTls(
                        config.backendCa().orElse(null),
                        config.backendCert()
                                .map(certificate ->
                                        identity(certificate, config.backendKey(), config.backendCertPassword()))
                                .orElse(null));
    }

    private static TlsIdentity identity(Path certificate, Optional<Path> key, Optional<String> password) {
        return Settings.isPkcs12(certificate)
                ? new TlsIdentity.Pkcs12(certificate, password.orElse(""))
                : new TlsIdentity.Pem(certificate, key.orElse(certificate));
    }

    void mount(@Observes Filters filters, Vertx vertx) {
        EngineHandler engine = plane.handler(vertx);
        GuestDoor door = plane.guard(terms(config)
                .withTls(null)
                .withMaxConnections(config.toolsMaxConnections().orElseGet(ConnectionLimit::ofTools)));
        filters.register(
                context -> {
                    HttpServerRequest request = context.request();
                    if (!door.admits(request)) {
                        return;
                    }
                    if (engine.takes(request)) {
                        engine.handle(request);
                    } else {
                        context.next();
                    }
                },
                BEFORE_MANAGEMENT);
    }

    /** Serves what was published before the last stop, then opens the port. */
    void start(@Observes StartupEvent started) {
        plane.catchUp();
        port = plane.listen(config.host(), config.trafficPort());
        config.awsEndpoint()
                .ifPresent(endpoint -> LOG.warnf(
                        "--aws-endpoint %s has no effect yet: integrations with AWS services answer 500", endpoint));
    }

    @Override
    public void published(long sequence) {
        plane.catchUp();
    }

    @Override
    public int boundPort() {
        return port;
    }

    /** Wherever the container ends without a drain before: nothing reads publications from what is closed. */
    @PreDestroy
    void close() {
        plane.close(Duration.ZERO);
    }

    @Override
    public void unready() {
        plane.unready();
    }

    @Override
    public CompletionStage<?> drain() {
        return CompletableFuture.runAsync(() -> plane.close(config.drainTimeout()));
    }
}
