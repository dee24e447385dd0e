// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.database;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the tests of a run whose database is not on this machine, and says so. Where the variable {@code CI} is {@code
 * true} they fail instead. Found through the service loader.
 */
public final class TestDatabaseCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = TestDatabase.chosen().missing();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("the database is there");
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(missing.get() + ", and under CI no database may be missing");
        }
        return ConditionEvaluationResult.disabled("skipped: " + missing.get());
    }
}
