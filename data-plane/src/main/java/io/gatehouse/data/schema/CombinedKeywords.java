// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Keywords that put schemas together. They are tried one by one, and report as one. */
final class CombinedKeywords {
    private CombinedKeywords() {}

    static Rule allOf(List<Schema> schemas) {
        return (value, check) -> {
            int matched = matching(schemas, value, check);
            if (matched < schemas.size()) {
                check.fail(() -> "instance failed to match all required schemas (matched only " + matched + " out of "
                        + schemas.size() + ")");
            }
        };
    }

    static Rule anyOf(List<Schema> schemas) {
        return (value, check) -> {
            for (Schema schema : schemas) {
                if (check.matches(schema, value)) {
                    return;
                }
            }
            check.fail(() -> "instance failed to match at least one required schema among " + schemas.size());
        };
    }

    static Rule oneOf(List<Schema> schemas) {
        return (value, check) -> {
            int matched = matching(schemas, value, check);
            if (matched != 1) {
                check.fail(() -> "instance failed to match exactly one schema (matched " + matched + " out of "
                        + schemas.size() + ")");
            }
        };
    }

    private static int matching(List<Schema> schemas, JsonNode value, Check check) {
        int matched = 0;
        for (Schema schema : schemas) {
            if (check.matches(schema, value)) {
                matched++;
            }
        }
        return matched;
    }

    static Rule not(Schema schema) {
        return (value, check) -> {
            if (check.matches(schema, value)) {
                check.fail(() -> "instance matched a schema which it should not have");
            }
        };
    }
}
