// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

import java.util.List;
import java.util.Map;

/**
 * What a request must be before anything else is done with it.
 *
 * @param parameters those that must be there and not be blank, in the order in which a refusal names them
 * @param body whether the body is checked
 * @param schemas content type to the address of a JSON schema among {@link ServedApi#schemas()}
 */
public record ValidationSpec(List<Parameter> parameters, boolean body, Map<String, String> schemas) {
    public ValidationSpec {
        parameters = List.copyOf(parameters);
        schemas = Map.copyOf(schemas);
    }

    /** Where a parameter stands. */
    public enum Location {
        HEADER,
        PATH,
        QUERY
    }

    /**
     * One parameter.
     *
     * @param location where it stands
     * @param name its name there
     */
    public record Parameter(Location location, String name) {}
}
