// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

import java.util.Map;

/**
 * How an API words one kind of refusal, where it does not leave that to the engine.
 *
 * @param status the HTTP status
 * @param headers header name to its source expression
 * @param templates content type to a template of plain substitutions; none for the engine's own body
 */
public record FaultSpec(int status, Map<String, String> headers, Map<String, String> templates) {
    public FaultSpec {
        headers = Map.copyOf(headers);
        templates = Map.copyOf(templates);
    }
}
