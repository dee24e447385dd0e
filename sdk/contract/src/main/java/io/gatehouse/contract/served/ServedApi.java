// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API as the engine serves it.
 *
 * @param identity whose it is and what is served
 * @param faults how refusals look
 * @param routes in no particular order; {@link Route#rank()} decides among those that match
 * @param variables the stage's variables, readable by templates and expressions
 * @param binaryMediaTypes media types whose bodies are bytes, not text
 * @param minimumCompressionSize bytes from which answers are compressed; {@code null} for never
 * @param schemas JSON schemas (draft 4) as text, by the absolute address that they refer to one another by
 * @param logs where exchanges are logged
 */
public record ServedApi(
        ApiIdentity identity,
        Faults faults,
        List<Route> routes,
        Map<String, String> variables,
        List<String> binaryMediaTypes,
        @Nullable Integer minimumCompressionSize,
        Map<String, String> schemas,
        LogSpec logs) {
    public ServedApi {
        routes = List.copyOf(routes);
        variables = Map.copyOf(variables);
        binaryMediaTypes = List.copyOf(binaryMediaTypes);
        schemas = Map.copyOf(schemas);
    }
}
