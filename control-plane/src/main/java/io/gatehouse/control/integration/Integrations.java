// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.contract.rest.FrozenIntegration;
import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revision;
import io.gatehouse.control.revision.Revisions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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

    void putResponse(MethodSurface method, MethodKey key, IntegrationResponseView response) {
        Integration integration = get(key);
        IntegrationView before = IntegrationView.of(integration);
        integration.put(response);
        revisions.record(
                method.api(),
                "PutIntegrationResponse",
                Change.changed(NOUN, key.id(), before, IntegrationView.of(integration)));
    }
}
