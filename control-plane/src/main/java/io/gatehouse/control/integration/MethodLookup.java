// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.restapi.RestApi;

/** Where integrations find the method that they belong to. */
public interface MethodLookup {

    /** Answers 404 in AWS's words unless the caller has this method. */
    void require(String apiId, MethodKey key);

    /** The method for a change of its integration, with its API locked; 404 in AWS's words without it. */
    MethodSurface locked(String apiId, MethodKey key);

    /** The locked API of the method's resource, whether or not the method is there; 404 in AWS's words without the resource. */
    RestApi lockedResource(String apiId, MethodKey key);
}
