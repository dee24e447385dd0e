// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.data.metrics.Metrics;
import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Shows the metrics to whoever may see them: this machine, and the addresses that the settings name. To anybody else there is no
 * such page, since it names every API. A request that a proxy has passed on is anybody's.
 */
final class MetricsPage {
    private static final String PATH = "/_gatehouse/metrics";

    private final Metrics metrics;
    private final TrustedProxies readers;

    /**
     * @param readers who may see them besides this machine
     */
    MetricsPage(Metrics metrics, TrustedProxies readers) {
        this.metrics = metrics;
        this.readers = readers;
    }

    boolean takes(HttpServerRequest request, String path) {
        return path.equals(PATH)
                && (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && !isPassedOn(request)
                && maySee(request);
    }

    private static boolean isPassedOn(HttpServerRequest request) {
        return request.headers().contains("X-Forwarded-For")
                || request.headers().contains("Forwarded")
                || request.headers().contains("Via");
    }

    private boolean maySee(HttpServerRequest request) {
        if (!(request.connection() instanceof ConnectionBase base)) {
            return false;
        }
        Channel channel = base.channel();
        InetAddress peer = channel.remoteAddress() instanceof InetSocketAddress address ? address.getAddress() : null;
        return peer != null && (peer.isLoopbackAddress() || readers.trusts(peer));
    }

    /** Reading takes longer than an event loop has, where there are many stages. */
    void answer(Vertx vertx, HttpServerRequest request) {
        String accept = String.join(",", request.headers().getAll("Accept"));
        HttpServerResponse response = request.response();
        vertx.executeBlocking(() -> metrics.read(accept)).onComplete(read -> {
            if (response.closed() || response.ended()) {
                return;
            }
            if (read.failed()) {
                response.setStatusCode(500).end();
                return;
            }
            response.putHeader("Content-Type", read.result().contentType()).putHeader("Cache-Control", "no-store");
            if (request.method() == HttpMethod.HEAD) {
                response.end();
            } else {
                response.end(read.result().text());
            }
        });
    }
}
