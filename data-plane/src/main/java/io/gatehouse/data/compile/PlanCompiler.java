// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile;

import io.gatehouse.contract.served.Admission;
import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.contract.served.AuthorizationSpec;
import io.gatehouse.contract.served.FaultStyle;
import io.gatehouse.contract.served.Faults;
import io.gatehouse.contract.served.IntegrationSpec;
import io.gatehouse.contract.served.LogSpec;
import io.gatehouse.contract.served.PathMatcher;
import io.gatehouse.contract.served.Route;
import io.gatehouse.contract.served.RouteSettings;
import io.gatehouse.contract.served.ServedApi;
import io.gatehouse.contract.served.ValidationSpec;
import io.gatehouse.data.authorize.ClosedStep;
import io.gatehouse.data.authorize.SignatureStep;
import io.gatehouse.data.authorize.Signatures;
import io.gatehouse.data.authorize.UnmatchedStep;
import io.gatehouse.data.compress.PackAnswerStep;
import io.gatehouse.data.compress.PackStreamStep;
import io.gatehouse.data.compress.UnpackBodyStep;
import io.gatehouse.data.integrate.BufferAnswerStep;
import io.gatehouse.data.integrate.HttpCallStep;
import io.gatehouse.data.integrate.MockStep;
import io.gatehouse.data.integrate.UnservedStep;
import io.gatehouse.data.listen.RandomIds;
import io.gatehouse.data.metrics.StageMeters;
import io.gatehouse.data.observe.AccessLog;
import io.gatehouse.data.observe.ExecutionLines;
import io.gatehouse.data.observe.TraceSteps;
import io.gatehouse.data.pipeline.ContextVariables;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Plan;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.respond.FaultStep;
import io.gatehouse.data.respond.ProxyAnswerStep;
import io.gatehouse.data.respond.SendAnswerStep;
import io.gatehouse.data.schema.JsonSchema;
import io.gatehouse.data.schema.SchemaSet;
import io.gatehouse.data.trace.SampleStep;
import io.gatehouse.data.trace.Sampler;
import io.gatehouse.data.transform.BufferBodyStep;
import io.gatehouse.data.transform.MapAnswerStep;
import io.gatehouse.data.transform.MappedRequestStep;
import io.gatehouse.data.transform.ProxyRequestStep;
import io.gatehouse.data.transform.RequestPayloadStep;
import io.gatehouse.data.validate.BodyStep;
import io.gatehouse.data.validate.ParametersStep;
import io.vertx.core.Handler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compiles one route of an API to its plan. What the definition does not need is not in the plan. */
final class PlanCompiler {
    private static final Logger LOG = Logger.getLogger(PlanCompiler.class);

    /** What stands in for a route where none has matched. */
    private static final Route NO_ROUTE = new Route(
            "",
            "",
            null,
            new PathMatcher.Segments(List.of()),
            0,
            new Admission(new AuthorizationSpec.Open(), null),
            new IntegrationSpec.Unserved("no route"),
            RouteSettings.NONE);

    private final ServedApi api;
    private final ContextVariables contextVariables;
    private final Signatures signatures;
    private final int bodyLimit;
    private final RouteLogs logs;
    private final @Nullable AccessLog accessLog;
    private final StageMeters meters;
    private final Step fault;
    private final Step sample = new SampleStep(new Sampler(RandomIds::chance));
    private final SchemaSet schemas;

    /**
     * @param bodyLimit bytes at most of a body that is read whole
     * @param logs where exchanges are logged
     * @param meters count what the plans serve
     */
    PlanCompiler(
            ServedApi api,
            ContextVariables contextVariables,
            Signatures signatures,
            int bodyLimit,
            RouteLogs logs,
            StageMeters meters) {
        this.api = api;
        this.contextVariables = contextVariables;
        this.signatures = signatures;
        this.bodyLimit = bodyLimit;
        this.logs = logs;
        this.accessLog = logs.access(api);
        this.meters = meters;
        this.fault = new FaultStep(api.faults().worded(), api.variables());
        this.schemas = new SchemaSet(api.schemas());
    }

    Plan compile(Route route) {
        List<Step> request = new ArrayList<>();
        List<Step> response = new ArrayList<>();
        TraceSteps trace = logs.steps(route);
        if (route.settings().traced()) {
            request.add(sample);
        }
        authorize(route, request);
        if (trace != null) {
            request.add(trace.started());
        }
        request.add(new UnpackBodyStep(bodyLimit));
        if (trace != null && route.settings().tracesData()) {
            request.add(new BufferBodyStep(bodyLimit));
            request.add(trace.methodRequest());
        }
        validate(route, request);
        if (trace != null && route.validation() != null) {
            request.add(trace.validated());
        }
        integrate(route, request, response);
        return new Plan(
                api,
                route,
                contextVariables,
                request,
                response,
                List.of(fault),
                watchers(route),
                meters.of(route, api.variables()));
    }

    /** The plan of requests that no route of the API takes. */
    Plan unmatched() {
        return new Plan(
                api,
                NO_ROUTE,
                contextVariables,
                List.of(new UnmatchedStep(signatures)),
                List.of(),
                List.of(fault),
                watchers(NO_ROUTE),
                meters.unmatched());
    }

    /** The plan of requests that no API takes; it can only refuse. */
    static Plan nowhere() {
        ServedApi none = new ServedApi(
                new ApiIdentity("", "", "", "", "", null),
                new Faults(FaultStyle.AWS_REST, Map.of()),
                List.of(),
                Map.of(),
                List.of(),
                null,
                Map.of(),
                new LogSpec(null, ""));
        FaultStep fault = new FaultStep(Map.of(), Map.of());
        return new Plan(none, NO_ROUTE, exchange -> Map.of(), List.of(), List.of(), List.of(fault));
    }

    private List<Handler<Exchange>> watchers(Route route) {
        List<Handler<Exchange>> watchers = new ArrayList<>();
        ExecutionLines execution = logs.execution(api, route);
        if (execution != null) {
            watchers.add(execution);
        }
        if (accessLog != null) {
            watchers.add(accessLog);
        }
        return watchers;
    }

    private void authorize(Route route, List<Step> request) {
        switch (route.authorization()) {
            case AuthorizationSpec.Open open -> {}
            case AuthorizationSpec.Signed signed -> request.add(new SignatureStep(signatures, bodyLimit));
            case AuthorizationSpec.Closed closed -> request.add(new ClosedStep(closed));
        }
    }

    private void validate(Route route, List<Step> request) {
        ValidationSpec validation = route.validation();
        if (validation == null) {
            return;
        }
        if (!validation.parameters().isEmpty()) {
            request.add(new ParametersStep(validation.parameters()));
        }
        if (validation.body() && !validation.schemas().isEmpty()) {
            request.add(new BufferBodyStep(bodyLimit));
            request.add(new BodyStep(compiled(validation.schemas())));
        }
    }

    private Map<String, JsonSchema> compiled(Map<String, String> addresses) {
        Map<String, JsonSchema> byType = new HashMap<>();
        addresses.forEach((type, address) -> byType.put(type, schemas.at(address)));
        ApiIdentity identity = api.identity();
        for (String problem : schemas.newProblems()) {
            LOG.warnf(
                    "API %s, stage %s, deployment %s: bodies are refused for a model that cannot be used: %s",
                    identity.apiId(), identity.stage(), identity.deploymentId(), problem);
        }
        return byType;
    }

    private void integrate(Route route, List<Step> request, List<Step> response) {
        switch (route.integration()) {
            case IntegrationSpec.HttpProxy proxy -> {
                ProxyRequestStep made = new ProxyRequestStep(proxy, api.variables());
                if (made.readsBody()) {
                    request.add(new BufferBodyStep(bodyLimit));
                }
                request.add(made);
                call(route, proxy.target(), request);
                if (api.minimumCompressionSize() != null) {
                    response.add(new PackStreamStep(api.minimumCompressionSize()));
                }
                response.add(new ProxyAnswerStep());
            }
            case IntegrationSpec.HttpMapped mapped -> {
                request.add(new BufferBodyStep(bodyLimit));
                request.add(new RequestPayloadStep(mapped.request(), api.binaryMediaTypes()));
                request.add(new MappedRequestStep(mapped, api.variables()));
                call(route, mapped.target(), request);
                response.add(new BufferAnswerStep(bodyLimit, mapped.target().timeoutMillis()));
                response.add(new MapAnswerStep(mapped.responses(), api.binaryMediaTypes(), api.variables()));
                send(response);
            }
            case IntegrationSpec.Mock mock -> {
                request.add(new BufferBodyStep(bodyLimit));
                request.add(new RequestPayloadStep(mock.request(), api.binaryMediaTypes()));
                request.add(new MockStep());
                response.add(new MapAnswerStep(mock.responses(), api.binaryMediaTypes(), api.variables()));
                send(response);
            }
            case IntegrationSpec.Unserved unserved -> request.add(new UnservedStep(unserved.reason()));
        }
    }

    private void call(Route route, IntegrationSpec.HttpTarget target, List<Step> request) {
        TraceSteps trace = logs.steps(route);
        boolean data = trace != null && route.settings().tracesData();
        if (trace != null && data) {
            request.add(trace.endpointRequest());
        }
        request.add(new HttpCallStep(target));
        if (trace != null) {
            request.add(trace.endpointAnswered());
        }
        if (trace != null && data) {
            request.add(trace.endpointResponse());
        }
    }

    private void send(List<Step> response) {
        if (api.minimumCompressionSize() != null) {
            response.add(new PackAnswerStep(api.minimumCompressionSize()));
        }
        response.add(new SendAnswerStep());
    }
}
