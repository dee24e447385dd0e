// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.contract.served.IntegrationSpec.HttpProxy;
import io.gatehouse.data.headers.RequestHeaders;
import io.gatehouse.data.pipeline.BackendRequest;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.vtl.BodyReader;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the backend's request of a pass-through: the client's headers, query and body as they are, plus what is
 * mapped (developer guide, "Set up a HTTP proxy integration").
 */
public final class ProxyRequestStep implements Step {
    private final @Nullable String verb;
    private final BackendAddress address;
    private final RequestParameters parameters;
    private final RequestParameters.Maker request = this::request;

    /**
     * @param stageVariables put into the address and the mappings
     */
    public ProxyRequestStep(HttpProxy integration, Map<String, String> stageVariables) {
        this.verb = integration.target().verb();
        this.address = BackendAddress.compile(integration.target().uri(), stageVariables);
        this.parameters = RequestParameters.compile(integration.parameters(), stageVariables);
    }

    /** Whether a mapping reads the client's body, which then has to be buffered before this step. */
    public boolean readsBody() {
        return parameters.readsBody();
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        return parameters.made(exchange, request);
    }

    private BackendRequest request(Exchange exchange, @Nullable BodyReader body) {
        BackendAddress.Resolved target = address.resolve(parameters.path(exchange, body));
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        RequestHeaders.forward(exchange.inbound().headers(), headers);
        GatewayHeaders.setForwarded(exchange, headers);
        GatewayHeaders.setIdentity(exchange, headers);
        parameters.setHeaders(exchange, body, headers);
        String uri =
                Queries.append(target.requestUri(), exchange.inbound().rawQuery(), parameters.query(exchange, body));
        String sent = verb == null ? exchange.inbound().verb() : verb;
        return new BackendRequest(sent, target.origin(), uri, headers, exchange.body());
    }
}
