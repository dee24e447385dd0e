// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** What one keyword of a schema asks of a value; stateless. */
@FunctionalInterface
interface Rule {

    /** Notes in the check what is wrong with the value, if anything is. */
    void apply(JsonNode value, Check check);
}
