// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import io.gatehouse.control.restapi.RestApi;
import io.gatehouse.control.revision.Revision;

/**
 * A deployment was created in this transaction; if the request names a stage, it is created or moved now.
 *
 * @param api the API, locked
 * @param deployment the new deployment
 * @param request what was asked for
 * @param revision the revision that made the deployment, to which the stage's change is added
 */
public record DeploymentCreated(RestApi api, Deployment deployment, CreateDeployment request, Revision revision) {}
