// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.contract.rest.FrozenIntegration;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.control.aws.error.ConflictException;
import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.integration.IntegrationView;
import io.gatehouse.control.integration.Integrations;
import io.gatehouse.control.integration.MethodKey;
import io.gatehouse.control.integration.MethodLookup;
import io.gatehouse.control.integration.MethodSurface;
import io.gatehouse.control.restapi.RestApi;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revision;
import io.gatehouse.control.revision.Revisions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The methods of resources, with their responses. */
@Singleton
public final class Methods implements PanacheRepositoryBase<Method, String>, MethodLookup {
    static final String NOUN = "method";

    private final ResourceLookup resources;
    private final Integrations integrations;
    private final Revisions revisions;

    Methods(ResourceLookup resources, Integrations integrations, Revisions revisions) {
        this.resources = resources;
        this.integrations = integrations;
        this.revisions = revisions;
    }

    /** What answers show of every method of the API in full, by resource and verb. */
    public Map<String, Map<String, MethodView>> views(String apiId) {
        Map<String, IntegrationView> all = integrations.views(apiId);
        Map<String, Map<String, MethodView>> views = new HashMap<>();
        list("apiId", apiId)
                .forEach(method -> views.computeIfAbsent(method.resourceId, id -> new TreeMap<>())
                        .put(method.httpMethod, MethodView.of(method, all.get(method.id))));
        return views;
    }

    /** What answers show of every method of the API where only its existence is shown, by resource and verb. */
    public Map<String, Map<String, MethodView>> bareViews(String apiId) {
        Map<String, Map<String, MethodView>> views = new HashMap<>();
        // Two columns: with the rest, the answer would cost its JSON.
        getEntityManager()
                .createQuery("select resourceId, httpMethod from Method where apiId = ?1", Object[].class)
                .setParameter(1, apiId)
                .getResultList()
                .forEach(row -> views.computeIfAbsent((String) row[0], id -> new TreeMap<>())
                        .put((String) row[1], MethodView.BARE));
        return views;
    }

    /** What answers show of every method of a resource in full, by verb. */
    public Map<String, MethodView> viewsOf(String resourceId) {
        Map<String, MethodView> views = new TreeMap<>();
        list("resourceId", resourceId).forEach(method -> views.put(method.httpMethod, view(method)));
        return views;
    }

    /** What answers show of every method of a resource where only its existence is shown, by verb. */
    public Map<String, MethodView> bareViewsOf(String resourceId) {
        Map<String, MethodView> views = new TreeMap<>();
        getEntityManager()
                .createQuery("select httpMethod from Method where resourceId = ?1", String.class)
                .setParameter(1, resourceId)
                .getResultList()
                .forEach(verb -> views.put(verb, MethodView.BARE));
        return views;
    }

    /** Every method of the API with its integration, by resource, sorted by verb. */
    public Map<String, List<FrozenMethod>> frozen(String apiId) {
        Map<String, FrozenIntegration> all = integrations.frozen(apiId);
        Map<String, List<FrozenMethod>> frozen = new HashMap<>();
        list("apiId", apiId)
                .forEach(method -> frozen.computeIfAbsent(method.resourceId, id -> new ArrayList<>())
                        .add(method.frozen(all.get(method.id))));
        frozen.values().forEach(methods -> methods.sort(Comparator.comparing(FrozenMethod::httpMethod)));
        return frozen;
    }

    @Override
    public void require(String apiId, MethodKey key) {
        resources.require(apiId, key.resourceId());
        get(key);
    }

    @Override
    public RestApi lockedResource(String apiId, MethodKey key) {
        return resources.locked(apiId, key.resourceId());
    }

    @Override
    public MethodSurface locked(String apiId, MethodKey key) {
        RestApi api = resources.locked(apiId, key.resourceId());
        Method method = get(key);
        Map<String, Set<String>> headers = new HashMap<>();
        method.responses.forEach((status, response) -> headers.put(
                status,
                response.responseParameters() == null
                        ? Set.of()
                        : response.responseParameters().keySet()));
        return new MethodSurface(api, method.parameters(), headers);
    }

    Method get(MethodKey key) {
        return findByIdOptional(key.id()).orElseThrow(() -> NotFoundException.invalidIdentifier("Method"));
    }

    MethodResponseView getResponse(Method method, String statusCode) {
        MethodResponseView response = method.responses.get(statusCode);
        if (response == null) {
            throw NotFoundException.of("Invalid Response status code specified");
        }
        return response;
    }

    MethodView view(Method method) {
        return MethodView.of(method, integrations.view(method.key()).orElse(null));
    }

    Method create(RestApi api, MethodKey key, PutMethod request) {
        if (findByIdOptional(key.id()).isPresent()) {
            throw ConflictException.of("Method already exists for this resource");
        }
        Method method = new Method(api.id(), key, request);
        persist(method);
        revisions.record(api, "PutMethod", Change.created(NOUN, key.id(), MethodView.of(method, null)));
        return method;
    }

    /** Takes over a checked request. What the method declares no more goes from its integration's cache keys, as at AWS. */
    void update(RestApi api, Method method, PutMethod request) {
        MethodView before = MethodView.of(method, null);
        method.take(request);
        MethodView after = MethodView.of(method, null);
        if (!before.equals(after)) {
            Revision revision = revisions.record(api, "UpdateMethod", Change.changed(NOUN, method.id, before, after));
            integrations.keepCacheKeys(method.key(), method.parameters(), revision);
        }
    }

    void delete(RestApi api, Method method) {
        delete(method, revisions.begin(api, "DeleteMethod"));
    }

    void addResponse(RestApi api, Method method, MethodResponseView response) {
        if (method.responses.containsKey(response.statusCode())) {
            throw ConflictException.of("Response already exists for this resource");
        }
        MethodView before = MethodView.of(method, null);
        method.put(response);
        revisions.record(
                api, "PutMethodResponse", Change.changed(NOUN, method.id, before, MethodView.of(method, null)));
    }

    void updateResponse(RestApi api, Method method, MethodResponseView response) {
        if (response.equals(method.responses.get(response.statusCode()))) {
            return;
        }
        MethodView before = MethodView.of(method, null);
        method.put(response);
        revisions.record(
                api, "UpdateMethodResponse", Change.changed(NOUN, method.id, before, MethodView.of(method, null)));
    }

    void deleteResponse(RestApi api, Method method, MethodResponseView response) {
        MethodView before = MethodView.of(method, null);
        method.remove(response);
        revisions.record(
                api, "DeleteMethodResponse", Change.changed(NOUN, method.id, before, MethodView.of(method, null)));
    }

    /** What is below a resource goes before it does. */
    void deleteOf(@Observes ResourcesDeleted event) {
        for (Method method : list("resourceId in ?1", event.resourceIds())) {
            delete(method, event.revision());
        }
    }

    private void delete(Method method, Revision revision) {
        integrations.deleteOf(method.key(), revision);
        revisions.add(revision, Change.deleted(NOUN, method.id, MethodView.of(method, null)));
        delete(method);
    }
}
