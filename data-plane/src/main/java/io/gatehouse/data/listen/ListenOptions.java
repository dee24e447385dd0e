// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.data.tls.TlsIdentity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a client may do to a listener, and how long it may take.
 *
 * @param headTimeout from the first byte of a request's head, or of a connection, to the head's end
 * @param bodyTimeout how long a body that is wanted may make no progress, in either direction
 * @param idleTimeout how long a connection without a request is kept
 * @param maxConnections how many connections are served at a time
 * @param trustedProxies whose word is believed about where a request came from
 * @param metricsReaders who may read the metrics besides this machine
 * @param tls the certificate to show; {@code null} for plain text
 */
public record ListenOptions(
        Duration headTimeout,
        Duration bodyTimeout,
        Duration idleTimeout,
        int maxConnections,
        TrustedProxies trustedProxies,
        TrustedProxies metricsReaders,
        @Nullable TlsIdentity tls) {
    private static final int MANY = 10_000;

    /** Ten seconds for a head, thirty without progress of a body, a minute of idleness; nobody is trusted. */
    public static ListenOptions defaults() {
        return new ListenOptions(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                MANY,
                TrustedProxies.NONE,
                TrustedProxies.NONE,
                null);
    }

    /** The same with other times. */
    public ListenOptions withTimeouts(Duration head, Duration body, Duration idle) {
        return new ListenOptions(head, body, idle, maxConnections, trustedProxies, metricsReaders, tls);
    }

    /** The same with another number of connections. */
    public ListenOptions withMaxConnections(int most) {
        return new ListenOptions(headTimeout, bodyTimeout, idleTimeout, most, trustedProxies, metricsReaders, tls);
    }

    /** The same with other proxies to believe. */
    public ListenOptions withTrustedProxies(TrustedProxies proxies) {
        return new ListenOptions(headTimeout, bodyTimeout, idleTimeout, maxConnections, proxies, metricsReaders, tls);
    }

    /** The same with other readers of the metrics. */
    public ListenOptions withMetricsReaders(TrustedProxies readers) {
        return new ListenOptions(headTimeout, bodyTimeout, idleTimeout, maxConnections, trustedProxies, readers, tls);
    }

    /** The same with a certificate; {@code null} for plain text. */
    public ListenOptions withTls(@Nullable TlsIdentity identity) {
        return new ListenOptions(
                headTimeout, bodyTimeout, idleTimeout, maxConnections, trustedProxies, metricsReaders, identity);
    }
}
