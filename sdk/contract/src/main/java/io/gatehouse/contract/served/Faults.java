// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

import java.util.Map;

/**
 * How an API's refusals look.
 *
 * @param style on the wire
 * @param worded the kinds that the API words itself
 */
public record Faults(FaultStyle style, Map<FaultKind, FaultSpec> worded) {
    public Faults {
        worded = Map.copyOf(worded);
    }
}
