// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.FrozenGatewayResponse;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.contract.served.Admission;
import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.contract.served.AuthorizationSpec;
import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.FaultSpec;
import io.gatehouse.contract.served.FaultStyle;
import io.gatehouse.contract.served.Faults;
import io.gatehouse.contract.served.PathMatcher;
import io.gatehouse.contract.served.Route;
import io.gatehouse.contract.served.ServedApi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lowers a published stage of a REST API to what the engine serves. Access control that cannot be checked closes
 * the route; anything else that cannot be honoured is served without it, or answers 500 when it is the backend
 * itself. Both are named in the log when the stage is published.
 */
public final class RestFrontEnd {
    private static final Logger LOG = Logger.getLogger(RestFrontEnd.class);

    /** Lowers a stage that serves one deployment. */
    public ServedApi lower(StageSnapshot stage) {
        return lower(stage, null);
    }

    /**
     * Lowers one stage. The rank of a route is the place of its resource in AWS's precedence, with a verb before
     * ANY in one resource.
     *
     * @param canary whether it is the one on trial of two that the stage serves; {@code null} where it serves one
     */
    public ServedApi lower(StageSnapshot stage, @Nullable Boolean canary) {
        FrozenApi api = stage.definition();
        List<Resource> resources = new ArrayList<>();
        for (FrozenResource resource : api.resources()) {
            resources.add(new Resource(resource, PathTemplate.parse(resource.path())));
        }
        resources.sort(Comparator.comparing(Resource::template));
        AuthorizationSpec.Closed whole = closedWhole(api);
        if (whole != null) {
            new Notes(stage).add("every method answers nobody: " + whole.reason());
        }
        Notes notes = new Notes(stage);
        SettingsLowering settings = new SettingsLowering(stage, notes::add);
        Whole lowering = new Whole(notes, new ValidationLowering(api), whole, settings);
        List<Route> routes = new ArrayList<>();
        for (int place = 0; place < resources.size(); place++) {
            Resource resource = resources.get(place);
            for (FrozenMethod method : resource.frozen().methods()) {
                routes.add(route(lowering, resource, method, place * 2));
            }
        }
        return new ServedApi(
                new ApiIdentity(
                        stage.owner().accountId(),
                        stage.owner().region(),
                        stage.key().apiId(),
                        stage.key().stageName(),
                        stage.deploymentId(),
                        canary),
                new Faults(FaultStyle.AWS_REST, faults(api, notes)),
                routes,
                stage.settings().variables(),
                api.binaryMediaTypes(),
                api.minimumCompressionSize(),
                lowering.validations().documents(),
                settings.logs());
    }

    private static Map<FaultKind, FaultSpec> faults(FrozenApi api, Notes notes) {
        List<FrozenGatewayResponse> set = api.gatewayResponses();
        return set == null ? Map.of() : new GatewayResponseLowering(set, notes::add).lower();
    }

    private record Resource(FrozenResource frozen, PathTemplate template) {}

    /**
     * What all routes of an API have in common.
     *
     * @param closed what closes every one of them, if anything does
     */
    private record Whole(
            Notes notes,
            ValidationLowering validations,
            AuthorizationSpec.@Nullable Closed closed,
            SettingsLowering settings) {}

    private static Route route(Whole whole, Resource resource, FrozenMethod method, int rankOfVerb) {
        boolean any = "ANY".equals(method.httpMethod());
        String path = resource.template().text();
        Consumer<String> log = note -> whole.notes().add(method.httpMethod() + " " + path + " " + note);
        AuthorizationSpec authorization = whole.closed() == null ? authorization(method) : whole.closed();
        if (whole.closed() == null && authorization instanceof AuthorizationSpec.Closed closed) {
            log.accept("answers nobody: " + closed.reason());
        }
        return new Route(
                resource.frozen().id(),
                path,
                any ? null : method.httpMethod(),
                new PathMatcher.Segments(resource.template().segments()),
                any ? rankOfVerb + 1 : rankOfVerb,
                new Admission(authorization, whole.validations().lower(method, log)),
                new IntegrationLowering(method, log).lower(),
                whole.settings().of(path, method.httpMethod()));
    }

    /** What closes an API as a whole, in AWS's order: the endpoint comes before the resource policy. */
    private static AuthorizationSpec.@Nullable Closed closedWhole(FrozenApi api) {
        if (api.disableExecuteApiEndpoint()) {
            // AWS answers the same Forbidden as for a missing key.
            return new AuthorizationSpec.Closed(
                    FaultKind.INVALID_API_KEY,
                    "the API's execute-api endpoint is disabled (disableExecuteApiEndpoint)");
        }
        return isGiven(api.policy())
                ? new AuthorizationSpec.Closed(
                        FaultKind.ACCESS_DENIED, "the API has a resource policy, which this release does not evaluate")
                : null;
    }

    /** An authorizer is asked before an API key, so that its failure is the one that is told. */
    private static AuthorizationSpec authorization(FrozenMethod method) {
        AuthorizationSpec byType = switch (method.authorizationType()) {
            case "NONE" -> new AuthorizationSpec.Open();
            case "AWS_IAM" -> new AuthorizationSpec.Signed();
            default ->
                new AuthorizationSpec.Closed(
                        FaultKind.AUTHORIZER_CONFIGURATION_ERROR,
                        "its authorization type is " + method.authorizationType()
                                + ", which this release does not support");
        };
        return method.apiKeyRequired() && !(byType instanceof AuthorizationSpec.Closed)
                ? new AuthorizationSpec.Closed(
                        FaultKind.INVALID_API_KEY, "it requires an API key, which this release does not support")
                : byType;
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** What the log is told of one stage. */
    private record Notes(StageSnapshot stage) {
        void add(String note) {
            LOG.warnf(
                    "API %s, stage %s, deployment %s: %s",
                    stage.key().apiId(), stage.key().stageName(), stage.deploymentId(), note);
        }
    }
}
