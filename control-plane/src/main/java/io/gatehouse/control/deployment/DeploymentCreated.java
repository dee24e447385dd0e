// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import io.gatehouse.control.restapi.RestApi;

/**
 * A deployment was created in this transaction; if the request names a stage, it is created or moved now.
 *
 * @param api the API, locked
 * @param deployment the new deployment
 * @param request what was asked for
 */
public record DeploymentCreated(RestApi api, Deployment deployment, CreateDeployment request) {}
