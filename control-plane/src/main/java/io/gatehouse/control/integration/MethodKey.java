// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

/**
 * Which method of an API.
 *
 * @param resourceId the resource it is a method of
 * @param httpMethod the verb, or {@code ANY}
 */
public record MethodKey(String resourceId, String httpMethod) {

    /** The key as one text, unique in the installation. */
    public String id() {
        return resourceId + "/" + httpMethod;
    }
}
