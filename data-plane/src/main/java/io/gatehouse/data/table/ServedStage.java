// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.table;

import io.gatehouse.contract.served.ServedApi;
import io.gatehouse.data.match.RouteTree;
import io.gatehouse.data.metrics.StageMeters;
import io.gatehouse.data.pipeline.Plan;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One stage, ready to serve.
 *
 * @param api what is served
 * @param routes the plan of each route
 * @param unmatched the plan of a request that no route takes
 * @param meters what counts its exchanges, a canary's among them
 * @param canary what a part of the traffic is served with instead; {@code null} without one
 */
public record ServedStage(
        ServedApi api,
        RouteTree<Plan> routes,
        Plan unmatched,
        StageMeters meters,
        @Nullable Canary canary) {

    /**
     * A second deployment on trial.
     *
     * @param share of the requests that it takes, 0.0 to 1.0
     * @param stage what serves them
     */
    public record Canary(double share, ServedStage stage) {}

    /**
     * What serves the next request.
     *
     * @param chance 0.0 to 1.0, evenly; not asked without a canary
     */
    public ServedStage choose(DoubleSupplier chance) {
        Canary trial = canary;
        return trial != null && chance.getAsDouble() < trial.share() ? trial.stage() : this;
    }
}
