// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.validate;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.headers.MediaTypes;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.pipeline.Workers;
import io.gatehouse.data.schema.JsonSchema;
import io.gatehouse.data.schema.UnusableSchemaException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Refuses a body that does not keep to the model for its content type (developer guide, "Enable request validation in
 * API Gateway"). A body whose content type has no model passes: what becomes of it is the integration's passthrough
 * behaviour. An empty body is refused like any other that is no JSON. A model that cannot be used refuses every body.
 */
public final class BodyStep implements Step {
    private final Map<String, JsonSchema> schemas;

    /**
     * @param schemas by content type, in small letters and without parameters
     */
    public BodyStep(Map<String, JsonSchema> schemas) {
        this.schemas = Map.copyOf(schemas);
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        JsonSchema schema =
                schemas.get(MediaTypes.essence(exchange.inbound().headers().get("Content-Type")));
        if (schema == null) {
            return DONE;
        }
        Buffer body = Objects.requireNonNull(exchange.body(), "the body is buffered before it is checked");
        if (Workers.worthLeaving(body.length())) {
            return Workers.call(() -> violations(schema, body)).compose(BodyStep::refuseIfAny);
        }
        return refuseIfAny(violations(schema, body));
    }

    private static List<String> violations(JsonSchema schema, Buffer body) {
        try {
            return schema.check(body.toString());
        } catch (UnusableSchemaException unusable) {
            throw FaultException.because(
                    FaultKind.BAD_REQUEST_BODY,
                    "Execution failed due to configuration error: " + unusable.getMessage());
        }
    }

    private static Future<Void> refuseIfAny(List<String> violations) {
        return violations.isEmpty()
                ? DONE
                : Future.failedFuture(FaultException.invalid(FaultKind.BAD_REQUEST_BODY, violations.toString()));
    }
}
