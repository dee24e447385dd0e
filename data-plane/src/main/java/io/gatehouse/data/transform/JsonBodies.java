// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads a value out of a body for a parameter mapping. */
final class JsonBodies {
    private static final Configuration CONFIGURATION = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .options(Option.SUPPRESS_EXCEPTIONS)
            .build();

    private JsonBodies() {}

    /**
     * @param path where in the body; {@code null} for all of it
     * @return text as it is, anything else as JSON; {@code null} when there is nothing, or no JSON
     */
    static @Nullable String read(Buffer body, @Nullable JsonPath path) {
        String text = body.toString();
        if (path == null) {
            return text;
        }
        try {
            JsonNode found = path.read(text, CONFIGURATION);
            if (found == null || found.isNull() || found.isMissingNode()) {
                return null;
            }
            return found.isValueNode() ? found.asText() : found.toString();
        } catch (JsonPathException | IllegalArgumentException noJson) {
            return null;
        }
    }
}
