// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.contract.served.Route;
import io.gatehouse.data.headers.TraceHeader;
import io.gatehouse.data.pipeline.Caller;
import io.gatehouse.data.pipeline.ContextVariables;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Inbound;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code $context} of REST APIs (developer guide, "API Gateway mapping template and access logging variable
 * reference"): what does not depend on the answer. A name that has no value is not in the tree.
 */
public final class RestContextVariables implements ContextVariables {
    private final RequestTimes times = new RequestTimes();

    @Override
    public Map<String, Object> of(Exchange exchange) {
        ApiIdentity api = exchange.plan().api().identity();
        Route route = exchange.plan().route();
        Inbound inbound = exchange.inbound();
        String domain = domain(api, inbound);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("accountId", api.accountId());
        tree.put("apiId", api.apiId());
        tree.put("deploymentId", api.deploymentId());
        tree.put("domainName", domain);
        tree.put("domainPrefix", domain.substring(0, domain.indexOf('.')));
        tree.put("extendedRequestId", exchange.ids().extendedRequestId());
        tree.put("httpMethod", inbound.verb());
        tree.put("identity", identity(exchange));
        if (api.canary() != null) {
            tree.put("isCanaryRequest", api.canary());
        }
        tree.put("path", path(api, inbound));
        // AWS names the protocol it speaks to backends, whatever the client speaks.
        tree.put("protocol", "HTTP/1.1");
        tree.put("requestId", exchange.ids().requestId());
        tree.put("requestTime", times.format(exchange.receivedAt()));
        tree.put("requestTimeEpoch", exchange.receivedAt());
        tree.put("resourceId", route.id());
        tree.put("resourcePath", route.template());
        tree.put("stage", api.stage());
        String trace = TraceHeader.traceId(exchange.ids().trace());
        if (trace != null) {
            tree.put("xrayTraceId", trace);
        }
        return tree;
    }

    /** The host the client addressed when it names the API; AWS's own name for the API where a path names it. */
    static String domain(ApiIdentity api, Inbound inbound) {
        String host = inbound.host();
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(0, dot).equalsIgnoreCase(api.apiId())
                ? host
                : api.apiId() + ".execute-api." + api.region() + ".amazonaws.com";
    }

    /** With the stage, as if the API had been addressed by its host. */
    static String path(ApiIdentity api, Inbound inbound) {
        boolean bareStage =
                inbound.rawPath().equals("/") && !inbound.rawRequestPath().endsWith("/");
        return "/" + api.stage() + (bareStage ? "" : inbound.rawPath());
    }

    private static Map<String, Object> identity(Exchange exchange) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("sourceIp", exchange.inbound().clientAddress());
        String agent = exchange.inbound().headers().get("User-Agent");
        if (agent != null) {
            identity.put("userAgent", agent);
        }
        Caller caller = exchange.caller();
        if (caller != null) {
            identity.put("accessKey", caller.accessKeyId());
            identity.put("accountId", caller.accountId());
            // AWS names the principal by its unique id; the access key is the unique id that there is here.
            identity.put("caller", caller.accessKeyId());
            identity.put("user", caller.accessKeyId());
            identity.put("userArn", caller.userArn());
        }
        return identity;
    }
}
