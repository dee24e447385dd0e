// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import io.gatehouse.control.aws.Page;
import io.gatehouse.control.aws.PageRequest;
import io.gatehouse.control.patch.PatchRequest;
import io.gatehouse.control.restapi.RestApis;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Deployments. Source: API reference, "CreateDeployment" and its neighbours. */
@Path("/restapis/{restapi_id}/deployments")
@Transactional
public class DeploymentOperations {
    private final RestApis apis;
    private final Deployments deployments;

    DeploymentOperations(RestApis apis, Deployments deployments) {
        this.apis = apis;
        this.deployments = deployments;
    }

    @POST
    @ResponseStatus(201)
    public DeploymentView createDeployment(@PathParam("restapi_id") String restApiId, CreateDeployment request) {
        return DeploymentView.of(deployments.create(apis.getLocked(restApiId), request), null);
    }

    @PATCH
    @Path("/{deployment_id}")
    public DeploymentView updateDeployment(
            @PathParam("restapi_id") String restApiId,
            @PathParam("deployment_id") String deploymentId,
            PatchRequest request) {
        return DeploymentView.of(deployments.update(apis.getLocked(restApiId), deploymentId, request), null);
    }

    @DELETE
    @Path("/{deployment_id}")
    @ResponseStatus(202)
    public void deleteDeployment(
            @PathParam("restapi_id") String restApiId, @PathParam("deployment_id") String deploymentId) {
        deployments.delete(apis.getLocked(restApiId), deploymentId);
    }

    @GET
    @Path("/{deployment_id}")
    public DeploymentView getDeployment(
            @PathParam("restapi_id") String restApiId,
            @PathParam("deployment_id") String deploymentId,
            @QueryParam("embed") List<String> embed) {
        apis.get(restApiId);
        Deployment deployment = deployments.get(restApiId, deploymentId);
        return DeploymentView.of(deployment, embed.contains("apisummary") ? deployments.summary(deployment) : null);
    }

    @GET
    public Page<DeploymentView> getDeployments(@PathParam("restapi_id") String restApiId, @BeanParam PageRequest page) {
        apis.get(restApiId);
        return deployments.page(restApiId, page).map(deployment -> DeploymentView.of(deployment, null));
    }
}
