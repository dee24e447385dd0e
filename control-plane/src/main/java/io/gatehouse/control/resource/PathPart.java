// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.ConflictException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The last segment of a resource's path: literal, <code>{variable}</code> or <code>{greedy+}</code>. Source: API reference,
 * "CreateResource", and developer guide, "Methods for REST APIs".
 */
final class PathPart {
    private static final String NAME = "[a-zA-Z0-9._:-]+";
    private static final Pattern VALID = Pattern.compile(NAME + "|\\{" + NAME + "\\+?}");

    private PathPart() {}

    /** Refuses what no resource can be called. */
    static void check(String pathPart) {
        if (pathPart.isEmpty()) {
            throw BadRequestException.of("Resource's path part must be specified");
        }
        if (!VALID.matcher(pathPart).matches()) {
            throw BadRequestException.of("Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable"
                    + " and curly braces at the beginning and the end.");
        }
    }

    /**
     * Refuses what cannot stand at that place of the tree.
     *
     * @param parent the parent's own path part; absent for the root
     * @param siblings the path parts of the parent's other children
     */
    static void checkPlace(String pathPart, @Nullable String parent, List<String> siblings) {
        if (parent != null) {
            checkParent(parent);
        }
        for (String sibling : siblings) {
            if (sibling.equals(pathPart)) {
                throw ConflictException.of("Another resource with the same parent already has this name: " + pathPart);
            }
        }
        for (String sibling : siblings) {
            if (isVariable(pathPart) && isVariable(sibling)) {
                throw BadRequestException.of("A sibling (" + sibling
                        + ") of this resource already has a variable path part -- only one is allowed");
            }
        }
    }

    /** Refuses what cannot have children. */
    static void checkParent(String pathPart) {
        if (pathPart.endsWith("+}")) {
            throw BadRequestException.of(
                    "Cannot create a child of a resource with a greedy path variable: " + pathPart);
        }
    }

    private static boolean isVariable(String pathPart) {
        return pathPart.startsWith("{");
    }
}
