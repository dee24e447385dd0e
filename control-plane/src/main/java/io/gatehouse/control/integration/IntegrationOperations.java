// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.aws.wire.Matches;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Integrations and their responses. Source: API reference, "PutIntegration" and its neighbours. */
@Path("/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration")
@Transactional
public class IntegrationOperations {
    private final MethodLookup methods;
    private final Integrations integrations;

    IntegrationOperations(MethodLookup methods, Integrations integrations) {
        this.methods = methods;
        this.integrations = integrations;
    }

    @PUT
    @ResponseStatus(201)
    public IntegrationView putIntegration(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            PutIntegration request) {
        MethodKey key = new MethodKey(resourceId, httpMethod);
        MethodSurface method = methods.locked(restApiId, key);
        IntegrationRules.check(request, method.requestParameters());
        return IntegrationView.of(integrations.put(method, key, request));
    }

    @GET
    public IntegrationView getIntegration(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod) {
        MethodKey key = new MethodKey(resourceId, httpMethod);
        methods.require(restApiId, key);
        return IntegrationView.of(integrations.get(key));
    }

    @PUT
    @Path("/responses/{status_code}")
    @ResponseStatus(201)
    public IntegrationResponseView putIntegrationResponse(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            @PathParam("status_code") @Matches("[1-5]\\d\\d") String statusCode,
            PutIntegrationResponse request) {
        MethodKey key = new MethodKey(resourceId, httpMethod);
        MethodSurface method = methods.locked(restApiId, key);
        integrations.get(key);
        IntegrationRules.check(request, method.responseParameters().get(statusCode));
        IntegrationResponseView response = IntegrationResponseView.of(statusCode, request);
        integrations.putResponse(method, key, response);
        return response;
    }

    @GET
    @Path("/responses/{status_code}")
    public IntegrationResponseView getIntegrationResponse(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            @PathParam("status_code") @Matches("[1-5]\\d\\d") String statusCode) {
        MethodKey key = new MethodKey(resourceId, httpMethod);
        methods.require(restApiId, key);
        IntegrationResponseView response = integrations.get(key).responses.get(statusCode);
        if (response == null) {
            throw NotFoundException.of("Invalid Response status code specified");
        }
        return response;
    }
}
