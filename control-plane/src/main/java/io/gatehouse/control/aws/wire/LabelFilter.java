// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import io.gatehouse.control.aws.error.ValidationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Checks path parameters before the operation runs. Where a body follows, its reader reports them together with the
 * body's own violations.
 */
public final class LabelFilter {

    static final String VIOLATIONS = LabelFilter.class.getName();

    /** Runs once the operation is known. It needs the Java method, which native images keep for that reason. */
    @ServerRequestFilter
    public void check(ResourceInfo resource, ContainerRequestContext request) {
        Method operation = resource.getResourceMethod();
        List<String> violations = Labels.violations(
                operation, name -> request.getUriInfo().getPathParameters().getFirst(name));
        if (violations.isEmpty()) {
            return;
        }
        if (Arrays.stream(operation.getParameters()).anyMatch(RecordReader::isBody)) {
            request.setProperty(VIOLATIONS, violations);
        } else {
            throw ValidationException.of(violations);
        }
    }
}
