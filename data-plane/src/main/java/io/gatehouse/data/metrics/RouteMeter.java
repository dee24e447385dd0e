// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.metrics;

import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Meter;
import org.jspecify.annotations.Nullable;

/** Counts the exchanges of one route: for its stage, and by itself where the stage's settings ask for it. */
final class RouteMeter implements Meter {
    private final ExchangeMeter stage;
    private final @Nullable ExchangeMeter route;
    private final @Nullable TargetMeter target;

    RouteMeter(ExchangeMeter stage, @Nullable ExchangeMeter route, @Nullable TargetMeter target) {
        this.stage = stage;
        this.route = route;
        this.target = target;
    }

    @Override
    public void called() {
        if (target != null) {
            target.called();
        }
    }

    @Override
    public void connected() {
        if (target != null) {
            target.connected();
        }
    }

    @Override
    public void ended(Exchange exchange) {
        stage.ended(exchange);
        if (route != null) {
            route.ended(exchange);
        }
        if (target != null) {
            target.ended(exchange);
        }
    }
}
