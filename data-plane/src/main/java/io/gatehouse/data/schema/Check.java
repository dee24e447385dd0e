// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One check of one text: what was found so far, and what it may still cost. One thread. */
final class Check {
    /** Findings that are told; more tell nobody anything. */
    private static final int TOLD = 20;

    private final Budget budget;
    private final List<String> findings = new ArrayList<>();
    private int trials;
    private boolean failed;

    Check(Budget budget) {
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    List<String> findings() {
        return findings;
    }

    /** Whether more findings would change nothing. */
    boolean settled() {
        return failed && (trials > 0 || findings.size() >= TOLD);
    }

    /** Notes that the text does not keep to a schema. */
    void fail(Supplier<String> message) {
        failed = true;
        if (trials == 0 && findings.size() < TOLD) {
            findings.add(message.get());
        }
    }

    /** Whether a value keeps to a schema; nothing is noted. */
    boolean matches(Schema schema, JsonNode value) {
        boolean before = failed;
        failed = false;
        trials++;
        schema.apply(value, this);
        trials--;
        boolean matched = !failed;
        failed = before;
        return matched;
    }
}
