// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.integration.ClonedIntegrations;
import io.gatehouse.control.integration.MethodKey;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revisions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Copies methods along with the resources that they belong to, and lets their integrations follow. */
@Singleton
final class ClonedMethods {
    private final Methods methods;
    private final ClonedIntegrations integrations;
    private final Revisions revisions;

    ClonedMethods(Methods methods, ClonedIntegrations integrations, Revisions revisions) {
        this.methods = methods;
        this.integrations = integrations;
        this.revisions = revisions;
    }

    void follow(@Observes ResourcesCloned event) {
        List<Method> sources = methods.list("apiId", event.sourceApiId()).stream()
                .sorted(Comparator.comparing(method -> method.id))
                .toList();
        Map<String, MethodKey> copies = new HashMap<>();
        for (Method source : sources) {
            String resourceId = Objects.requireNonNull(event.resourceIds().get(source.resourceId));
            Method copy = copy(source, event.targetApiId(), new MethodKey(resourceId, source.httpMethod));
            copies.put(source.id, copy.key());
            methods.persist(copy);
            revisions.add(event.revision(), Change.created(Methods.NOUN, copy.id, MethodView.of(copy, null)));
        }
        integrations.copy(event.sourceApiId(), event.targetApiId(), copies, event.revision());
    }

    static Method copy(Method source, String apiId, MethodKey key) {
        Method copy = new Method();
        copy.id = key.id();
        copy.apiId = apiId;
        copy.resourceId = key.resourceId();
        copy.httpMethod = source.httpMethod;
        copy.authorizationType = source.authorizationType;
        copy.authorizerId = source.authorizerId;
        copy.authorizationScopes = source.authorizationScopes;
        copy.apiKeyRequired = source.apiKeyRequired;
        copy.operationName = source.operationName;
        copy.requestValidatorId = source.requestValidatorId;
        copy.requestParameters = source.requestParameters;
        copy.requestModels = source.requestModels;
        copy.responses = source.responses;
        return copy;
    }
}
