// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.FrozenModel;
import io.gatehouse.contract.rest.FrozenRequestValidator;
import io.gatehouse.contract.served.ValidationSpec;
import io.gatehouse.contract.served.ValidationSpec.Location;
import io.gatehouse.contract.served.ValidationSpec.Parameter;
import io.gatehouse.data.headers.MediaTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lowers what a method's request validator asks for (developer guide, "Enable request validation in API Gateway").
 * A validator that has nothing to check is none.
 */
final class ValidationLowering {
    private static final String PARAMETER_PREFIX = "method.request.";

    /** A model without a schema says nothing of a body but that it is JSON. */
    private static final String ANYTHING = "{}";

    private final FrozenApi api;
    private final Map<String, FrozenRequestValidator> validators = new HashMap<>();

    ValidationLowering(FrozenApi api) {
        this.api = api;
        List<FrozenRequestValidator> frozen = api.requestValidators();
        if (frozen != null) {
            frozen.forEach(validator -> validators.put(validator.id(), validator));
        }
    }

    /**
     * What a method's requests have to be; {@code null} for anything.
     *
     * @param notes told of a validator that is not there
     */
    @Nullable
    ValidationSpec lower(FrozenMethod method, Consumer<String> notes) {
        if (method.requestValidatorId() == null) {
            return null;
        }
        FrozenRequestValidator validator = validators.get(method.requestValidatorId());
        if (validator == null) {
            notes.accept("is served without validation: its request validator " + method.requestValidatorId()
                    + " is not in the deployment");
            return null;
        }
        List<Parameter> parameters = validator.validateRequestParameters() ? parameters(method) : List.of();
        Map<String, String> schemas = validator.validateRequestBody() ? schemas(method) : Map.of();
        return parameters.isEmpty() && schemas.isEmpty()
                ? null
                : new ValidationSpec(parameters, !schemas.isEmpty(), schemas);
    }

    /** Headers, path variables, then the query: the order in which AWS names them; in each by name. */
    private static List<Parameter> parameters(FrozenMethod method) {
        List<Parameter> required = new ArrayList<>();
        method.requestParameters().forEach((name, isRequired) -> {
            Parameter parameter = isRequired ? parameter(name) : null;
            if (parameter != null) {
                required.add(parameter);
            }
        });
        required.sort(Comparator.comparing(Parameter::location).thenComparing(Parameter::name));
        return required;
    }

    private static @Nullable Parameter parameter(String expression) {
        String target =
                expression.startsWith(PARAMETER_PREFIX) ? expression.substring(PARAMETER_PREFIX.length()) : expression;
        int dot = target.indexOf('.');
        if (dot < 0) {
            return null;
        }
        String name = target.substring(dot + 1);
        return switch (target.substring(0, dot)) {
            case "header", "multivalueheader" -> new Parameter(Location.HEADER, name);
            case "path" -> new Parameter(Location.PATH, name);
            case "querystring", "multivaluequerystring" -> new Parameter(Location.QUERY, name);
            default -> null;
        };
    }

    private Map<String, String> schemas(FrozenMethod method) {
        Map<String, String> byType = new HashMap<>();
        method.requestModels().forEach((type, model) -> byType.put(MediaTypes.essence(type), address(model)));
        return byType;
    }

    /** Every model's schema by the address that models refer to one another by. */
    Map<String, String> documents() {
        Map<String, String> byAddress = new HashMap<>();
        for (FrozenModel model : api.models()) {
            String schema = model.schema();
            byAddress.put(address(model.name()), schema == null || schema.isBlank() ? ANYTHING : schema);
        }
        return byAddress;
    }

    private String address(String model) {
        return "https://apigateway.amazonaws.com/restapis/" + api.apiId() + "/models/" + model;
    }
}
