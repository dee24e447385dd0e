// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.validate;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.ValidationSpec.Parameter;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request that lacks a required parameter, or has none of its values but blank ones; all that are missing
 * are named at once (developer guide, "Enable request validation in API Gateway").
 */
public final class ParametersStep implements Step {
    private final List<Parameter> required;

    /**
     * @param required in the order in which a refusal names them
     */
    public ParametersStep(List<Parameter> required) {
        this.required = required;
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        List<String> missing = List.of();
        for (Parameter parameter : required) {
            if (!isThere(parameter, exchange)) {
                missing = missing.isEmpty() ? new ArrayList<>() : missing;
                missing.add(parameter.name());
            }
        }
        if (!missing.isEmpty()) {
            throw FaultException.of(
                    FaultKind.BAD_REQUEST_PARAMETERS,
                    "Missing required request parameters: [" + String.join(", ", missing) + "]");
        }
        return DONE;
    }

    private static boolean isThere(Parameter parameter, Exchange exchange) {
        String name = parameter.name();
        return switch (parameter.location()) {
            case HEADER -> isAnyGiven(exchange.inbound().headers().getAll(name));
            case PATH -> isGivenEncoded(exchange.pathParameters().get(name));
            case QUERY -> isAnyGiven(exchange.query().all(name));
        };
    }

    private static boolean isAnyGiven(List<String> values) {
        for (String value : values) {
            if (isGiven(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGiven(String value) {
        return !value.isBlank();
    }

    /** A path variable of nothing but encoded spaces is as blank as the others. */
    private static boolean isGivenEncoded(@Nullable String value) {
        return value != null && isGiven(value.replace("%20", ""));
    }
}
