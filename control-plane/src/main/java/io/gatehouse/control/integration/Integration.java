// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import com.fasterxml.jackson.core.type.TypeReference;
import io.gatehouse.contract.rest.FrozenIntegration;
import io.gatehouse.contract.rest.FrozenIntegrationResponse;
import io.gatehouse.control.json.JsonColumn;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An integration: which backend a method calls, and how. There is one per method at most. */
@Entity
@Table(name = "integration")
public class Integration {
    /** The method's, as {@link MethodKey#id()} makes it. */
    @Id
    String id;

    String apiId;
    String type;

    @Nullable
    String httpMethod;

    @Nullable
    String uri;

    @Nullable
    String connectionType;

    @Nullable
    String connectionId;

    @Nullable
    String credentials;

    @Convert(converter = JsonColumn.TextMap.class)
    @Nullable
    Map<String, String> requestParameters;

    @Convert(converter = JsonColumn.TextMap.class)
    @Nullable
    Map<String, String> requestTemplates;

    String passthroughBehavior;

    @Nullable
    String contentHandling;

    int timeoutInMillis;
    String cacheNamespace;

    @Convert(converter = JsonColumn.Texts.class)
    List<String> cacheKeyParameters;

    @Nullable
    Boolean insecureSkipVerification;

    @Nullable
    String responseTransferMode;

    @Nullable
    String integrationTarget;

    @Convert(converter = Responses.class)
    Map<String, IntegrationResponseView> responses;

    @SuppressWarnings("NullAway.Init")
    protected Integration() {}

    Integration(String apiId, MethodKey key, PutIntegration request) {
        this.id = key.id();
        this.apiId = apiId;
        this.responses = Map.of();
        take(key, request);
    }

    /** Takes over a checked request whole: nothing of what was there before stays, its responses neither. */
    final void replaceBy(MethodKey key, PutIntegration request) {
        this.responses = Map.of();
        take(key, request);
    }

    /** Takes over a checked request; the responses stay. */
    final void take(MethodKey key, PutIntegration request) {
        IntegrationType kind = IntegrationType.valueOf(request.type());
        this.type = request.type();
        this.httpMethod = kind.callsBackend() ? request.httpMethod() : null;
        this.uri = kind.callsBackend() ? request.uri() : null;
        this.connectionType = kind.http() ? Objects.requireNonNullElse(request.connectionType(), "INTERNET") : null;
        this.connectionId = request.connectionId();
        this.credentials = request.credentials();
        this.requestParameters = request.requestParameters();
        this.requestTemplates = request.requestTemplates();
        this.passthroughBehavior = Objects.requireNonNullElse(request.passthroughBehavior(), "WHEN_NO_MATCH");
        this.contentHandling = request.contentHandling();
        this.timeoutInMillis =
                Objects.requireNonNullElse(request.timeoutInMillis(), IntegrationRules.DEFAULT_TIMEOUT_MILLIS);
        this.cacheNamespace = Objects.requireNonNullElse(request.cacheNamespace(), key.resourceId());
        this.cacheKeyParameters = Objects.requireNonNullElse(request.cacheKeyParameters(), List.of());
        this.insecureSkipVerification =
                request.tlsConfig() == null ? null : request.tlsConfig().insecureSkipVerification();
        this.responseTransferMode = request.responseTransferMode();
        this.integrationTarget = request.integrationTarget();
    }

    /** Adds a response, or replaces the one of that status. */
    final void put(IntegrationResponseView response) {
        Map<String, IntegrationResponseView> all = new TreeMap<>(responses);
        all.put(response.statusCode(), response);
        this.responses = all;
    }

    final void remove(IntegrationResponseView response) {
        Map<String, IntegrationResponseView> all = new TreeMap<>(responses);
        all.remove(response.statusCode());
        this.responses = all;
    }

    /** Keeps the cache keys that still are parameters of the method or of the integration. */
    final void keepCacheKeys(Set<String> declared) {
        Set<String> own = requestParameters == null ? Set.of() : requestParameters.keySet();
        this.cacheKeyParameters = cacheKeyParameters.stream()
                .filter(each -> MappingRules.isCacheKey(each, declared, own))
                .toList();
    }

    FrozenIntegration frozen() {
        Map<String, FrozenIntegrationResponse> frozenResponses = new TreeMap<>();
        responses.forEach((status, response) -> frozenResponses.put(status, response.frozen()));
        return new FrozenIntegration(
                type,
                httpMethod,
                uri,
                connectionType,
                connectionId,
                credentials,
                Objects.requireNonNullElse(requestParameters, Map.of()),
                Objects.requireNonNullElse(requestTemplates, Map.of()),
                passthroughBehavior,
                contentHandling,
                timeoutInMillis,
                cacheNamespace,
                cacheKeyParameters,
                Boolean.TRUE.equals(insecureSkipVerification),
                frozenResponses);
    }

    /** The responses, by status code. */
    @Immutable
    @RegisterForReflection
    static final class Responses extends JsonColumn<Map<String, IntegrationResponseView>> {
        Responses() {
            super(new TypeReference<>() {}, Map.of());
        }
    }
}
