// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import com.fasterxml.jackson.core.type.TypeReference;
import io.gatehouse.contract.rest.FrozenIntegration;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.FrozenMethodResponse;
import io.gatehouse.control.integration.MethodKey;
import io.gatehouse.control.json.JsonColumn;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A method: a verb of a resource, who may call it and what it takes. */
@Entity
@Table(name = "method")
public class Method {
    /** As {@link MethodKey#id()} makes it. */
    @Id
    String id;

    String apiId;
    String resourceId;
    String httpMethod;
    String authorizationType;

    @Nullable
    String authorizerId;

    @Convert(converter = JsonColumn.Texts.class)
    List<String> authorizationScopes;

    boolean apiKeyRequired;

    @Nullable
    String operationName;

    @Nullable
    String requestValidatorId;

    @Convert(converter = JsonColumn.FlagMap.class)
    @Nullable
    Map<String, Boolean> requestParameters;

    @Convert(converter = JsonColumn.TextMap.class)
    @Nullable
    Map<String, String> requestModels;

    @Convert(converter = Responses.class)
    Map<String, MethodResponseView> responses;

    @SuppressWarnings("NullAway.Init")
    protected Method() {}

    Method(String apiId, MethodKey key, PutMethod request) {
        this.id = key.id();
        this.apiId = apiId;
        this.resourceId = key.resourceId();
        this.httpMethod = key.httpMethod();
        this.responses = Map.of();
        take(request);
    }

    /** Takes over a checked request; the responses stay. */
    final void take(PutMethod request) {
        this.authorizationType = request.authorizationType().toUpperCase(Locale.ROOT);
        this.authorizerId = MethodRules.usesAuthorizer(authorizationType) ? request.authorizerId() : null;
        this.authorizationScopes = Objects.requireNonNullElse(request.authorizationScopes(), List.of());
        this.apiKeyRequired = Boolean.TRUE.equals(request.apiKeyRequired());
        this.operationName = request.operationName();
        // An empty one means none.
        this.requestValidatorId = "".equals(request.requestValidatorId()) ? null : request.requestValidatorId();
        this.requestParameters = request.requestParameters();
        this.requestModels = request.requestModels();
    }

    MethodKey key() {
        return new MethodKey(resourceId, httpMethod);
    }

    /** Adds a response, or replaces the one of that status. */
    final void put(MethodResponseView response) {
        Map<String, MethodResponseView> all = new TreeMap<>(responses);
        all.put(response.statusCode(), response);
        this.responses = all;
    }

    final void remove(MethodResponseView response) {
        Map<String, MethodResponseView> all = new TreeMap<>(responses);
        all.remove(response.statusCode());
        this.responses = all;
    }

    final Set<String> parameters() {
        return requestParameters == null ? Set.of() : requestParameters.keySet();
    }

    FrozenMethod frozen(@Nullable FrozenIntegration integration) {
        Map<String, FrozenMethodResponse> frozenResponses = new TreeMap<>();
        responses.forEach((status, response) -> frozenResponses.put(status, response.frozen()));
        return new FrozenMethod(
                httpMethod,
                authorizationType,
                authorizerId,
                authorizationScopes,
                apiKeyRequired,
                operationName,
                requestValidatorId,
                Objects.requireNonNullElse(requestParameters, Map.of()),
                Objects.requireNonNullElse(requestModels, Map.of()),
                frozenResponses,
                integration);
    }

    /** The responses, by status code. */
    @Immutable
    @RegisterForReflection
    static final class Responses extends JsonColumn<Map<String, MethodResponseView>> {
        Responses() {
            super(new TypeReference<>() {}, Map.of());
        }
    }
}
