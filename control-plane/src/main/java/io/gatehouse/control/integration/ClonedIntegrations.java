// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revision;
import io.gatehouse.control.revision.Revisions;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Copies integrations along with the methods that they belong to. */
@Singleton
public final class ClonedIntegrations {
    private final Integrations integrations;
    private final Revisions revisions;

    ClonedIntegrations(Integrations integrations, Revisions revisions) {
        this.integrations = integrations;
        this.revisions = revisions;
    }

    /**
     * Copies every integration of an API into another one. Both are locked.
     *
     * @param methods the copied methods: the source's {@link MethodKey#id()}, and what it became
     * @param revision the first revision of the copy, to which each integration is added
     */
    public void copy(String sourceApiId, String targetApiId, Map<String, MethodKey> methods, Revision revision) {
        List<Integration> sources = integrations.list("apiId", sourceApiId).stream()
                .sorted(Comparator.comparing(integration -> integration.id))
                .toList();
        for (Integration source : sources) {
            Integration copy = copy(source, targetApiId, Objects.requireNonNull(methods.get(source.id)));
            integrations.persist(copy);
            revisions.add(revision, Change.created(Integrations.NOUN, copy.id, IntegrationView.of(copy)));
        }
    }

    static Integration copy(Integration source, String apiId, MethodKey key) {
        Integration copy = new Integration();
        copy.id = key.id();
        copy.apiId = apiId;
        copy.type = source.type;
        copy.httpMethod = source.httpMethod;
        copy.uri = source.uri;
        copy.connectionType = source.connectionType;
        copy.connectionId = source.connectionId;
        copy.credentials = source.credentials;
        copy.requestParameters = source.requestParameters;
        copy.requestTemplates = source.requestTemplates;
        copy.passthroughBehavior = source.passthroughBehavior;
        copy.contentHandling = source.contentHandling;
        copy.timeoutInMillis = source.timeoutInMillis;
        copy.cacheNamespace = cacheNamespace(source, key);
        copy.cacheKeyParameters = source.cacheKeyParameters;
        copy.insecureSkipVerification = source.insecureSkipVerification;
        copy.responseTransferMode = source.responseTransferMode;
        copy.integrationTarget = source.integrationTarget;
        copy.responses = source.responses;
        return copy;
    }

    /** A namespace that nobody chose is the resource's identifier, and so it is of the copy. */
    private static String cacheNamespace(Integration source, MethodKey key) {
        boolean chosen = !source.id.equals(new MethodKey(source.cacheNamespace, key.httpMethod()).id());
        return chosen ? source.cacheNamespace : key.resourceId();
    }
}
