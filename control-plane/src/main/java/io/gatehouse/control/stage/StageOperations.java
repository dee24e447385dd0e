// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.control.patch.PatchRequest;
import io.gatehouse.control.restapi.RestApis;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Stages. Source: API reference, "CreateStage" and its neighbours. */
@Path("/restapis/{restapi_id}/stages")
@Transactional
public class StageOperations {
    private final RestApis apis;
    private final Stages stages;

    StageOperations(RestApis apis, Stages stages) {
        this.apis = apis;
        this.stages = stages;
    }

    @POST
    @ResponseStatus(201)
    public StageView createStage(@PathParam("restapi_id") String restApiId, CreateStage request) {
        return StageView.of(stages.create(apis.getLocked(restApiId), request));
    }

    @GET
    @Path("/{stage_name}")
    public StageView getStage(@PathParam("restapi_id") String restApiId, @PathParam("stage_name") String stageName) {
        apis.get(restApiId);
        return StageView.of(stages.get(restApiId, stageName));
    }

    @GET
    public StagesView getStages(
            @PathParam("restapi_id") String restApiId, @QueryParam("deploymentId") @Nullable String deploymentId) {
        apis.get(restApiId);
        return new StagesView(
                stages.of(restApiId, deploymentId).stream().map(StageView::of).toList());
    }

    @PATCH
    @Path("/{stage_name}")
    public StageView updateStage(
            @PathParam("restapi_id") String restApiId,
            @PathParam("stage_name") String stageName,
            PatchRequest request) {
        return StageView.of(stages.update(apis.getLocked(restApiId), stageName, request));
    }

    @DELETE
    @Path("/{stage_name}")
    @ResponseStatus(202)
    public void deleteStage(@PathParam("restapi_id") String restApiId, @PathParam("stage_name") String stageName) {
        stages.delete(apis.getLocked(restApiId), stageName);
    }

    /** Nothing is cached in this release, so nothing cached is left when it answers. */
    @DELETE
    @Path("/{stage_name}/cache/data")
    @ResponseStatus(202)
    public void flushStageCache(@PathParam("restapi_id") String restApiId, @PathParam("stage_name") String stageName) {
        getStage(restApiId, stageName);
    }

    /** As {@link #flushStageCache}: no authorizer's answer is kept in this release. */
    @DELETE
    @Path("/{stage_name}/cache/authorizers")
    @ResponseStatus(202)
    public void flushStageAuthorizersCache(
            @PathParam("restapi_id") String restApiId, @PathParam("stage_name") String stageName) {
        getStage(restApiId, stageName);
    }
}
