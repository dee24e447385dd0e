// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.contract.rest.FrozenIntegration;
import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.restapi.RestApi;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revision;
import io.gatehouse.control.revision.Revisions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The integrations of methods, with their responses. */
@Singleton
public final class Integrations implements PanacheRepositoryBase<Integration, String> {
    static final String NOUN = "integration";

    private final Revisions revisions;

    Integrations(Revisions revisions) {
        this.revisions = revisions;
    }

    /** What answers show of a method's integration, if it has one. */
    public Optional<IntegrationView> view(MethodKey key) {
        return findByIdOptional(key.id()).map(IntegrationView::of);
    }

    /** What answers show of every integration of the API, by the method's {@link MethodKey#id()}. */
    public Map<String, IntegrationView> views(String apiId) {
        Map<String, IntegrationView> views = new HashMap<>();
        list("apiId", apiId).forEach(each -> views.put(each.id, IntegrationView.of(each)));
        return views;
    }

    /** Every integration of the API, by the method's {@link MethodKey#id()}. */
    public Map<String, FrozenIntegration> frozen(String apiId) {
        Map<String, FrozenIntegration> frozen = new HashMap<>();
        list("apiId", apiId).forEach(each -> frozen.put(each.id, each.frozen()));
        return frozen;
    }

    /** Deletes a method's integration, if it has one. */
    public void deleteOf(MethodKey key, Revision revision) {
        findByIdOptional(key.id()).ifPresent(integration -> {
            revisions.add(revision, Change.deleted(NOUN, integration.id, IntegrationView.of(integration)));
            delete(integration);
        });
    }

    /**
     * Takes what a method declares no more out of its integration's cache keys.
     *
     * @param declared what the method declares
     */
    public void keepCacheKeys(MethodKey key, Set<String> declared, Revision revision) {
        findByIdOptional(key.id()).ifPresent(integration -> {
            IntegrationView before = IntegrationView.of(integration);
            integration.keepCacheKeys(declared);
            IntegrationView after = IntegrationView.of(integration);
            if (!before.equals(after)) {
                revisions.add(revision, Change.changed(NOUN, key.id(), before, after));
            }
        });
    }

    Integration get(MethodKey key) {
        return findByIdOptional(key.id()).orElseThrow(() -> NotFoundException.invalidIdentifier("Integration"));
    }

    Integration put(MethodSurface method, MethodKey key, PutIntegration request) {
        Integration integration = findByIdOptional(key.id()).orElse(null);
        Change change;
        if (integration == null) {
            integration = new Integration(method.api().id(), key, request);
            persist(integration);
            change = Change.created(NOUN, key.id(), IntegrationView.of(integration));
        } else {
            IntegrationView before = IntegrationView.of(integration);
            integration.replaceBy(key, request);
            change = Change.changed(NOUN, key.id(), before, IntegrationView.of(integration));
        }
        revisions.record(method.api(), "PutIntegration", change);
        return integration;
    }

    IntegrationResponseView getResponse(Integration integration, String statusCode) {
        IntegrationResponseView response = integration.responses.get(statusCode);
        if (response == null) {
            throw NotFoundException.of("Invalid Response status code specified");
        }
        return response;
    }

    /** Takes over a checked request; the responses stay. */
    Integration update(MethodSurface method, MethodKey key, PutIntegration request) {
        Integration integration = get(key);
        IntegrationView before = IntegrationView.of(integration);
        integration.take(key, request);
        record(method.api(), "UpdateIntegration", integration, before);
        return integration;
    }

    void delete(RestApi api, MethodKey key) {
        get(key);
        deleteOf(key, revisions.begin(api, "DeleteIntegration"));
    }

    void putResponse(RestApi api, MethodKey key, IntegrationResponseView response) {
        Integration integration = get(key);
        IntegrationView before = IntegrationView.of(integration);
        integration.put(response);
        revisions.record(
                api, "PutIntegrationResponse", Change.changed(NOUN, key.id(), before, IntegrationView.of(integration)));
    }

    void updateResponse(RestApi api, MethodKey key, IntegrationResponseView response) {
        Integration integration = get(key);
        IntegrationView before = IntegrationView.of(integration);
        integration.put(response);
        record(api, "UpdateIntegrationResponse", integration, before);
    }

    void deleteResponse(RestApi api, Integration integration, IntegrationResponseView response) {
        IntegrationView before = IntegrationView.of(integration);
        integration.remove(response);
        record(api, "DeleteIntegrationResponse", integration, before);
    }

    /** Journals what an operation made of an integration, unless that is nothing. */
    private void record(RestApi api, String operation, Integration integration, IntegrationView before) {
        IntegrationView after = IntegrationView.of(integration);
        if (!before.equals(after)) {
            revisions.record(api, operation, Change.changed(NOUN, integration.id, before, after));
        }
    }
}
