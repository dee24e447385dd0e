// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.channel.Channel;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** What a trusted proxy says about the request that it passes on, in {@code X-Forwarded-*} fields. */
final class Forwarded {
    private static final int MAX_PORT = 65_535;

    private final TrustedProxies proxies;
    private final MultiMap headers;

    private Forwarded(TrustedProxies proxies, MultiMap headers) {
        this.proxies = proxies;
        this.headers = headers;
    }

    /** What the sender of a request says, if it is to be believed. */
    static @Nullable Forwarded of(HttpServerRequest request, TrustedProxies proxies) {
        if (proxies == TrustedProxies.NONE || !(request.connection() instanceof ConnectionBase base)) {
            return null;
        }
        Channel channel = base.channel();
        return channel.remoteAddress() instanceof InetSocketAddress peer && proxies.trusts(peer.getAddress())
                ? new Forwarded(proxies, request.headers())
                : null;
    }

    String client(String peer) {
        return proxies.client(peer, headers.getAll("X-Forwarded-For"));
    }

    @Nullable
    String scheme() {
        String told = headers.get("X-Forwarded-Proto");
        if (told == null) {
            return null;
        }
        return told.equalsIgnoreCase("https") ? "https" : told.equalsIgnoreCase("http") ? "http" : null;
    }

    /** -1 when it says nothing that is a port. */
    int port() {
        String told = headers.get("X-Forwarded-Port");
        if (told == null || !told.matches("[0-9]{1,5}")) {
            return -1;
        }
        int port = Integer.parseInt(told);
        return port <= MAX_PORT ? port : -1;
    }
}
