// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.table;

import io.gatehouse.contract.served.ServedApi;
import io.gatehouse.data.match.RouteTree;
import io.gatehouse.data.pipeline.Plan;

/**
 * One stage, ready to serve.
 *
 * @param api what is served
 * @param routes the plan of each route
 * @param unmatched the plan of a request that no route takes
 */
public record ServedStage(ServedApi api, RouteTree<Plan> routes, Plan unmatched) {}
