// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A compiled schema. Schemas may hold one another in circles, so the rules come after the schema itself. */
final class Schema {
    private static final int COST = 2;

    private List<Rule> rules = List.of((value, check) -> {
        throw new UnusableSchemaException("a schema was used before it was compiled");
    });

    /** A schema that cannot tell anything of any value. */
    static Schema unusable(String problem) {
        Schema schema = new Schema();
        schema.rules(List.of((value, check) -> {
            throw new UnusableSchemaException(problem);
        }));
        return schema;
    }

    void rules(List<Rule> compiled) {
        rules = List.copyOf(compiled);
    }

    void apply(JsonNode value, Check check) {
        Budget budget = check.budget();
        budget.enter();
        budget.step(COST + rules.size());
        for (Rule rule : rules) {
            if (check.settled()) {
                break;
            }
            rule.apply(value, check);
        }
        budget.leave();
    }
}
