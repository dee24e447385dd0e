// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.contract.served.AuthorizationSpec;
import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.FaultStyle;
import io.gatehouse.contract.served.PathMatcher;
import io.gatehouse.contract.served.Route;
import io.gatehouse.contract.served.ServedApi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lowers a published stage of a REST API to what the engine serves. Access control that cannot be checked closes
 * the route; anything else that cannot be honoured is served without it, or answers 500 when it is the backend
 * itself. Both are named in the log when the stage is published.
 */
public final class RestFrontEnd {
    private static final Logger LOG = Logger.getLogger(RestFrontEnd.class);

    /**
     * Lowers one stage. The rank of a route is the place of its resource in AWS's precedence, with a verb before
     * ANY in one resource.
     */
    public ServedApi lower(StageSnapshot stage) {
        FrozenApi api = stage.definition();
        List<Resource> resources = new ArrayList<>();
        for (FrozenResource resource : api.resources()) {
            resources.add(new Resource(resource, PathTemplate.parse(resource.path())));
        }
        resources.sort(Comparator.comparing(Resource::template));
        List<Route> routes = new ArrayList<>();
        for (int place = 0; place < resources.size(); place++) {
            Resource resource = resources.get(place);
            for (FrozenMethod method : resource.frozen().methods()) {
                routes.add(route(stage, resource, method, place * 2));
            }
        }
        return new ServedApi(
                new ApiIdentity(
                        stage.owner().accountId(),
                        stage.owner().region(),
                        stage.key().apiId(),
                        stage.key().stageName(),
                        stage.deploymentId()),
                FaultStyle.AWS_REST,
                routes,
                stage.settings().variables(),
                api.binaryMediaTypes());
    }

    private record Resource(FrozenResource frozen, PathTemplate template) {}

    private static Route route(StageSnapshot stage, Resource resource, FrozenMethod method, int rankOfVerb) {
        boolean any = "ANY".equals(method.httpMethod());
        Notes notes = new Notes(stage, method, resource.template().text());
        AuthorizationSpec authorization = authorization(stage.definition(), method);
        if (authorization instanceof AuthorizationSpec.Closed closed) {
            notes.add("answers nobody: " + closed.reason());
        }
        return new Route(
                resource.frozen().id(),
                resource.template().text(),
                any ? null : method.httpMethod(),
                new PathMatcher.Segments(resource.template().segments()),
                any ? rankOfVerb + 1 : rankOfVerb,
                authorization,
                new IntegrationLowering(method, notes).lower());
    }

    /** In AWS's order: the endpoint, the resource policy, the method's authorization, its API key. */
    private static AuthorizationSpec authorization(FrozenApi api, FrozenMethod method) {
        if (api.disableExecuteApiEndpoint()) {
            // AWS answers the same Forbidden as for a missing key.
            return new AuthorizationSpec.Closed(
                    FaultKind.INVALID_API_KEY,
                    "the API's execute-api endpoint is disabled (disableExecuteApiEndpoint)");
        }
        if (isGiven(api.policy())) {
            return new AuthorizationSpec.Closed(
                    FaultKind.ACCESS_DENIED, "the API has a resource policy, which this release does not evaluate");
        }
        AuthorizationSpec byType = switch (method.authorizationType()) {
            case "NONE" -> new AuthorizationSpec.Open();
            case "AWS_IAM" -> new AuthorizationSpec.Signed();
            default ->
                new AuthorizationSpec.Closed(
                        FaultKind.AUTHORIZER_CONFIGURATION_ERROR,
                        "its authorization type is " + method.authorizationType()
                                + ", which this release does not support");
        };
        if (method.apiKeyRequired() && !(byType instanceof AuthorizationSpec.Closed)) {
            return new AuthorizationSpec.Closed(
                    FaultKind.INVALID_API_KEY, "it requires an API key, which this release does not support");
        }
        return byType;
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** What the log is told about one method of one stage. */
    record Notes(StageSnapshot stage, FrozenMethod method, String path) {
        void add(String note) {
            LOG.warnf(
                    "API %s, stage %s, deployment %s: %s %s %s",
                    stage.key().apiId(),
                    stage.key().stageName(),
                    stage.deploymentId(),
                    method.httpMethod(),
                    path,
                    note);
        }
    }
}
