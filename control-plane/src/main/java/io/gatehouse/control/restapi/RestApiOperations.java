// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import io.gatehouse.control.aws.Page;
import io.gatehouse.control.aws.PageRequest;
import io.gatehouse.control.patch.PatchRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/** REST APIs. Source: API reference, "CreateRestApi" and its neighbours. */
@Path("/restapis")
@Transactional
public class RestApiOperations {
    private final RestApis apis;

    RestApiOperations(RestApis apis) {
        this.apis = apis;
    }

    @POST
    @ResponseStatus(201)
    public RestApiView createRestApi(CreateRestApi request) {
        return RestApiView.of(apis.create(request));
    }

    @GET
    public Page<RestApiView> getRestApis(@BeanParam PageRequest page) {
        return apis.page(page).map(RestApiView::of);
    }

    @GET
    @Path("/{restapi_id}")
    public RestApiView getRestApi(@PathParam("restapi_id") String restApiId) {
        return RestApiView.withTags(apis.get(restApiId));
    }

    @PATCH
    @Path("/{restapi_id}")
    public RestApiView updateRestApi(@PathParam("restapi_id") String restApiId, PatchRequest request) {
        return RestApiView.withTags(apis.update(restApiId, request));
    }

    @DELETE
    @Path("/{restapi_id}")
    @ResponseStatus(202)
    public void deleteRestApi(@PathParam("restapi_id") String restApiId) {
        apis.delete(restApiId);
    }
}
