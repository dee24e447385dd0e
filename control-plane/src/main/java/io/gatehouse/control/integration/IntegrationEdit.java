// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.patch.DraftMap;
import io.gatehouse.control.patch.PatchRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An integration while a list of patches is applied to it. What is unset falls back to what PutIntegration makes of it. */
final class IntegrationEdit {
    private static final String NO_PARAMETER = "Invalid parameter name specified";

    private final String type;

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

    @Nullable
    String passthroughBehavior;

    @Nullable
    String contentHandling;

    @Nullable
    Integer timeoutInMillis;

    @Nullable
    String cacheNamespace;

    @Nullable
    Boolean insecureSkipVerification;

    @Nullable
    String responseTransferMode;

    @Nullable
    String integrationTarget;

    final DraftMap<String> requestParameters;
    final DraftMap<String> requestTemplates;
    private final Set<String> cacheKeyParameters;

    private IntegrationEdit(Integration integration) {
        this.type = integration.type;
        this.httpMethod = integration.httpMethod;
        this.uri = integration.uri;
        this.connectionType = integration.connectionType;
        this.connectionId = integration.connectionId;
        this.credentials = integration.credentials;
        this.passthroughBehavior = integration.passthroughBehavior;
        this.contentHandling = integration.contentHandling;
        this.timeoutInMillis = integration.timeoutInMillis;
        this.cacheNamespace = integration.cacheNamespace;
        this.insecureSkipVerification = integration.insecureSkipVerification;
        this.responseTransferMode = integration.responseTransferMode;
        this.integrationTarget = integration.integrationTarget;
        this.requestParameters = new DraftMap<>(integration.requestParameters, NO_PARAMETER);
        this.requestTemplates = new DraftMap<>(integration.requestTemplates, "Content-Type specified was not found");
        this.cacheKeyParameters = new LinkedHashSet<>(integration.cacheKeyParameters);
    }

    void addCacheKey(String parameter) {
        cacheKeyParameters.add(parameter);
    }

    void removeCacheKey(String parameter) {
        if (!cacheKeyParameters.remove(parameter)) {
            throw NotFoundException.of(NO_PARAMETER);
        }
    }

    /** The request that would make the integration what the patches make of it. */
    static PutIntegration patched(Integration integration, PatchRequest request) {
        IntegrationEdit edit = new IntegrationEdit(integration);
        IntegrationPatch.TABLE.apply(edit, request.patchOperations());
        return edit.request();
    }

    private PutIntegration request() {
        return new PutIntegration(
                type,
                httpMethod,
                uri,
                connectionType,
                connectionId,
                credentials,
                requestParameters.entries(),
                requestTemplates.entries(),
                passthroughBehavior,
                cacheNamespace,
                List.copyOf(cacheKeyParameters),
                contentHandling,
                timeoutInMillis,
                insecureSkipVerification == null ? null : new TlsConfig(insecureSkipVerification),
                responseTransferMode,
                integrationTarget);
    }
}
