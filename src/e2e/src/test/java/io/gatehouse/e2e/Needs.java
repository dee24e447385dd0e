// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Skips a class or a method by the name of a client that is not on this machine, before anything is started for it.
 * Where the variable {@code CI} is {@code true} it fails instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Needs.Condition.class)
@interface Needs {

    /** The clients that the tests run. */
    Client[] value();

    /** Looks for the clients. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            List<Client> missing = AnnotationSupport.findAnnotation(context.getElement(), Needs.class).stream()
                    .flatMap(needs -> List.of(needs.value()).stream())
                    .filter(client -> !client.isInstalled())
                    .toList();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("every client is installed");
            }
            String names =
                    String.join(" and ", missing.stream().map(Client::label).toList()) + " not installed";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(names + ", and under CI no client may be missing");
            }
            return ConditionEvaluationResult.disabled("skipped: " + names);
        }
    }
}
