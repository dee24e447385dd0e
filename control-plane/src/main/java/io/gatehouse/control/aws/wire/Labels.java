// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import jakarta.ws.rs.PathParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The constraints that an operation declares on its path parameters. AWS names such members without the operation. */
final class Labels {

    private static final Map<Method, List<Label>> KNOWN = new ConcurrentHashMap<>();

    private Labels() {}

    /**
     * What the path parameters of a call break.
     *
     * @param operation the Java method that answers the call
     * @param values finds the decoded value of a path parameter
     */
    static List<String> violations(Method operation, Function<String, @Nullable String> values) {
        List<String> violations = new ArrayList<>();
        for (Label label : KNOWN.computeIfAbsent(operation, Labels::declaredBy)) {
            String value = values.apply(label.parameter());
            for (Constraint constraint : label.constraints()) {
                constraint.violation(value, Place.of(label.member())).ifPresent(violations::add);
            }
        }
        return violations;
    }

    private static List<Label> declaredBy(Method operation) {
        List<Label> labels = new ArrayList<>();
        for (Annotation[] annotations : operation.getParameterAnnotations()) {
            List<Constraint> constraints = Constraint.declaredBy(annotations);
            if (constraints.isEmpty()) {
                continue;
            }
            Arrays.stream(annotations)
                    .filter(PathParam.class::isInstance)
                    .map(annotation -> ((PathParam) annotation).value())
                    .forEach(name -> labels.add(new Label(name, memberOf(name), constraints)));
        }
        return List.copyOf(labels);
    }

    /** {@code status_code} is the member {@code statusCode}. */
    private static String memberOf(String parameter) {
        StringBuilder member = new StringBuilder();
        for (String word : parameter.split("_", -1)) {
            member.append(member.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return member.toString();
    }

    private record Label(String parameter, String member, List<Constraint> constraints) {}
}
