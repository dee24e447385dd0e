// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.integrate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.pipeline.Workers;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * Answers without a backend: the request template names the status (developer guide, "Mock integrations for REST
 * APIs in API Gateway"). The template need not be strict JSON: names without quotes are read too.
 */
public final class MockStep implements Step {
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    @Override
    public Future<Void> apply(Exchange exchange) {
        Buffer payload = exchange.payload();
        if (!Workers.worthLeaving(payload.length())) {
            answer(exchange, status(payload));
            return DONE;
        }
        return Workers.call(() -> status(payload)).map(status -> {
            answer(exchange, status);
            return null;
        });
    }

    private static void answer(Exchange exchange, int status) {
        exchange.backendAnswer(BackendAnswer.buffered(status, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer()));
    }

    private static int status(Buffer payload) {
        int status = 0;
        try {
            JsonNode tree = LENIENT.readTree(payload.getBytes());
            status = tree == null ? 0 : tree.path("statusCode").asInt(0);
        } catch (JacksonException | java.io.UncheckedIOException noJson) {
            status = 0;
        } catch (java.io.IOException unreachable) {
            throw new java.io.UncheckedIOException(unreachable);
        }
        if (status < 100 || status > 599) {
            throw FaultException.because(
                    FaultKind.API_CONFIGURATION_ERROR,
                    "Execution failed due to configuration error: Unable to parse statusCode. It should be an integer"
                            + " that is defined in the request template.");
        }
        return status;
    }
}
