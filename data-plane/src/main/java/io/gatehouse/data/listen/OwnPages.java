// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.data.metrics.Metrics;
import io.gatehouse.data.metrics.RefusalReason;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** What a data plane says of itself, below {@code /_gatehouse/}: its health, and what it has counted. */
public final class OwnPages {
    private final Health health;
    private final Metrics metrics;
    private final MetricsPage page;

    /**
     * @param readers who may see the metrics besides this machine
     */
    public OwnPages(Health health, Metrics metrics, TrustedProxies readers) {
        this.health = health;
        this.metrics = metrics;
        this.page = new MetricsPage(metrics, readers);
    }

    boolean takes(HttpServerRequest request, String path) {
        return Health.takes(path) || page.takes(request, path);
    }

    void answer(Vertx vertx, HttpServerRequest request, String path) {
        if (Health.takes(path)) {
            health.answer(request, path);
        } else {
            page.answer(vertx, request);
        }
    }

    /** A request was refused before a stage was found. */
    void refused(RefusalReason reason) {
        metrics.refused(reason);
    }
}
