// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.contract.served.IntegrationSpec.HttpMapped;
import io.gatehouse.data.headers.HeaderValues;
import io.gatehouse.data.headers.MediaTypes;
import io.gatehouse.data.headers.RequestHeaders;
import io.gatehouse.data.pipeline.BackendRequest;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.vtl.BodyReader;
import io.gatehouse.data.vtl.TemplateContext;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the backend's request of an HTTP integration with mappings: nothing of the client's but what is mapped,
 * then what the template overrides (developer guide, "Use a mapping template to override an API's request and
 * response parameters and status codes").
 */
public final class MappedRequestStep implements Step {
    private final @Nullable String verb;
    private final BackendAddress address;
    private final RequestParameters parameters;
    private final RequestParameters.Maker request = this::request;

    /**
     * @param stageVariables put into the address and the mappings
     */
    public MappedRequestStep(HttpMapped integration, Map<String, String> stageVariables) {
        this.verb = integration.target().verb();
        this.address = BackendAddress.compile(integration.target().uri(), stageVariables);
        this.parameters = RequestParameters.compile(integration.request().parameters(), stageVariables);
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        return parameters.made(exchange, request);
    }

    private BackendRequest request(Exchange exchange, @Nullable BodyReader body) {
        TemplateContext overrides = exchange.templateContext();
        Map<String, String> path = new HashMap<>(parameters.path(exchange, body));
        overrides.requestPath().forEach((name, value) -> path.put(name, PercentEncoding.path(value)));
        BackendAddress.Resolved target = address.resolve(path);

        Map<String, List<String>> query = new LinkedHashMap<>(parameters.query(exchange, body));
        query.putAll(overrides.requestQuerystring());
        String uri = Queries.append(target.requestUri(), null, query);
        String sent = verb == null ? exchange.inbound().verb() : verb;
        return new BackendRequest(sent, target.origin(), uri, headers(exchange, body), exchange.payload());
    }

    private MultiMap headers(Exchange exchange, @Nullable BodyReader body) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        String type = exchange.inbound().headers().get("Content-Type");
        headers.set("Accept", MediaTypes.JSON);
        headers.set("Content-Type", type == null ? MediaTypes.JSON : type);
        headers.set(
                "User-Agent",
                "AmazonAPIGateway_" + exchange.plan().api().identity().apiId());
        GatewayHeaders.setIdentity(exchange, headers);
        parameters.setHeaders(exchange, body, headers);
        exchange.templateContext().requestHeaders().forEach((name, values) -> {
            TemplateSet.requireName(true, name);
            if (RequestHeaders.mappable(name) && !RequestHeaders.breaksFraming(name)) {
                headers.set(name, values.stream().map(HeaderValues::oneLine).toList());
            }
        });
        return headers;
    }
}
