// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import io.gatehouse.data.tls.TlsIdentity;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How backends are called.
 *
 * @param connections how many connections to one address there are at most
 * @param waiting how many calls wait for one of them at most
 * @param addressTtl how long an answer about where a name is, is fresh
 * @param authorities PEM file of the authorities that are believed besides the system's
 * @param identity the certificate that is shown to backends that ask for one
 */
public record BackendOptions(
        int connections,
        int waiting,
        Duration addressTtl,
        @Nullable Path authorities,
        @Nullable TlsIdentity identity) {
    private static final int CONNECTIONS = 1_024;
    private static final int WAITING = 4_096;
    private static final Duration ADDRESS_TTL = Duration.ofSeconds(10);

    /** 1,024 connections and 4,096 waiting calls per address, the system's authorities, no certificate. */
    public static BackendOptions defaults() {
        return new BackendOptions(CONNECTIONS, WAITING, ADDRESS_TTL, null, null);
    }

    /** The same with other numbers of connections and of calls that wait for one. */
    public BackendOptions withLimits(int mostConnections, int mostWaiting) {
        return new BackendOptions(mostConnections, mostWaiting, addressTtl, authorities, identity);
    }

    /** The same with another time for which addresses are fresh. */
    public BackendOptions withAddressTtl(Duration ttl) {
        return new BackendOptions(connections, waiting, ttl, authorities, identity);
    }

    /** The same with other certificates: whom to believe, and what to show. */
    public BackendOptions withTls(@Nullable Path believed, @Nullable TlsIdentity shown) {
        return new BackendOptions(connections, waiting, addressTtl, believed, shown);
    }

    /** The part of one of several event loops that share the limits. */
    public BackendOptions dividedBy(int parts) {
        return withLimits(Math.max(1, connections / parts), Math.max(1, waiting / parts));
    }
}
