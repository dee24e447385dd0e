// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.operation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One action of the API.
 *
 * @param name AWS's name, such as {@code CreateRestApi}
 * @param method the HTTP verb
 * @param path the path template, with the parameter names of AWS's service model
 * @param query the fixed query that tells it from another operation of the same verb and path; mostly absent
 * @param status the HTTP status of success
 */
public record Operation(
        String name, String method, String path, @Nullable String query, int status) {

    /** The name of the Java method that answers it: as AWS's, with a small first letter. */
    public String methodName() {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
