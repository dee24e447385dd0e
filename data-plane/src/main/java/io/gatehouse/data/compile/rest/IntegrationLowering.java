// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import io.gatehouse.contract.rest.FrozenIntegration;
import io.gatehouse.contract.rest.FrozenIntegrationResponse;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.served.IntegrationSpec;
import io.gatehouse.contract.served.IntegrationSpec.ContentHandling;
import io.gatehouse.contract.served.IntegrationSpec.HttpTarget;
import io.gatehouse.contract.served.IntegrationSpec.Passthrough;
import io.gatehouse.contract.served.IntegrationSpec.RequestMapping;
import io.gatehouse.contract.served.IntegrationSpec.ResponseMapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Lowers the integration of one method. */
final class IntegrationLowering {
    private static final String HEADER_PREFIX = "method.response.header.";

    private final FrozenMethod method;
    private final Consumer<String> notes;

    /**
     * @param notes told of what the method asks for in vain
     */
    IntegrationLowering(FrozenMethod method, Consumer<String> notes) {
        this.method = method;
        this.notes = notes;
    }

    IntegrationSpec lower() {
        FrozenIntegration integration = method.integration();
        if (integration == null) {
            return unserved("the method has no integration");
        }
        return switch (integration.type()) {
            case "MOCK" -> new IntegrationSpec.Mock(request(integration), responses(integration));
            case "HTTP", "HTTP_PROXY" -> http(integration);
            default ->
                unserved("its integration type is " + integration.type() + ", which this release does not support");
        };
    }

    private IntegrationSpec http(FrozenIntegration integration) {
        String uri = integration.uri();
        if ("VPC_LINK".equals(integration.connectionType())) {
            return unserved("its connection type is VPC_LINK, which this release does not support");
        }
        if (uri == null || uri.isBlank()) {
            return unserved("its integration has no URI");
        }
        String verb = integration.httpMethod();
        HttpTarget target = new HttpTarget(
                verb == null || verb.equals("ANY") ? null : verb,
                uri,
                integration.timeoutInMillis(),
                !integration.insecureSkipVerification());
        return integration.type().equals("HTTP_PROXY")
                ? new IntegrationSpec.HttpProxy(target, integration.requestParameters())
                : new IntegrationSpec.HttpMapped(target, request(integration), responses(integration));
    }

    private IntegrationSpec unserved(String reason) {
        notes.accept("answers 500: " + reason);
        return new IntegrationSpec.Unserved(reason);
    }

    private static RequestMapping request(FrozenIntegration integration) {
        return new RequestMapping(
                integration.requestParameters(),
                integration.requestTemplates(),
                Passthrough.valueOf(integration.passthroughBehavior()),
                contentHandling(integration.contentHandling()));
    }

    /** Those with a pattern first, by status; the first without one is the default, and comes last. */
    private List<ResponseMapping> responses(FrozenIntegration integration) {
        List<FrozenIntegrationResponse> sorted =
                new ArrayList<>(integration.integrationResponses().values());
        sorted.sort(Comparator.comparing(IntegrationLowering::isDefault)
                .thenComparing(FrozenIntegrationResponse::statusCode));
        List<ResponseMapping> mappings = new ArrayList<>();
        for (FrozenIntegrationResponse response : sorted) {
            String pattern = isDefault(response) ? null : response.selectionPattern();
            if (pattern == null || compiles(pattern, response.statusCode())) {
                mappings.add(mapping(response, pattern));
            }
        }
        return mappings;
    }

    private static boolean isDefault(FrozenIntegrationResponse response) {
        String pattern = response.selectionPattern();
        return pattern == null || pattern.isEmpty();
    }

    /** What is no regular expression matches nothing, so the mapping is never chosen; the others are not harmed. */
    private boolean compiles(String pattern, String status) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            notes.accept("never answers by its integration response " + status
                    + ": its selection pattern is no regular expression: " + e.getDescription());
            return false;
        }
    }

    private ResponseMapping mapping(FrozenIntegrationResponse response, @Nullable String pattern) {
        Map<String, String> headers = new HashMap<>();
        response.responseParameters().forEach((name, source) -> {
            if (name.startsWith(HEADER_PREFIX)) {
                headers.put(name.substring(HEADER_PREFIX.length()), source);
            }
        });
        return new ResponseMapping(
                Integer.parseInt(response.statusCode()),
                pattern,
                headers,
                response.responseTemplates(),
                contentHandling(response.contentHandling()),
                method.methodResponses().containsKey(response.statusCode()));
    }

    private static @Nullable ContentHandling contentHandling(@Nullable String text) {
        return text == null || text.isEmpty() ? null : ContentHandling.valueOf(text);
    }
}
