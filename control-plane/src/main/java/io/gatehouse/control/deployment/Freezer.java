// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.FrozenGatewayResponse;
import io.gatehouse.contract.rest.FrozenIntegration;
import io.gatehouse.contract.rest.FrozenIntegrationResponse;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.FrozenMethodResponse;
import io.gatehouse.contract.rest.FrozenModel;
import io.gatehouse.contract.rest.FrozenRequestValidator;
import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.method.Methods;
import io.gatehouse.control.model.Models;
import io.gatehouse.control.resource.Resources;
import io.gatehouse.control.restapi.RestApi;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes the live definition of an API as one immutable value. */
@Singleton
@RegisterForReflection(
        targets = {
            FrozenApi.class,
            FrozenResource.class,
            FrozenMethod.class,
            FrozenMethodResponse.class,
            FrozenIntegration.class,
            FrozenIntegrationResponse.class,
            FrozenModel.class,
            FrozenRequestValidator.class,
            FrozenGatewayResponse.class
        })
final class Freezer {
    private final Resources resources;
    private final Methods methods;
    private final Models models;

    Freezer(Resources resources, Methods methods, Models models) {
        this.resources = resources;
        this.methods = methods;
        this.models = models;
    }

    /** The definition as it is now; the API is locked, so that its parts fit together. */
    FrozenApi freeze(RestApi api) {
        return api.frozen(resources.frozen(api.id(), methods.frozen(api.id())), models.frozen(api.id()));
    }

    /** Refuses a definition that could serve nothing, or has a method that leads nowhere. */
    static void check(FrozenApi definition) {
        List<FrozenMethod> all = definition.resources().stream()
                .flatMap(resource -> resource.methods().stream())
                .toList();
        if (all.isEmpty()) {
            throw BadRequestException.of("The REST API doesn't contain any methods");
        }
        if (all.stream().anyMatch(method -> method.integration() == null)) {
            throw BadRequestException.of("No integration defined for method");
        }
    }
}
