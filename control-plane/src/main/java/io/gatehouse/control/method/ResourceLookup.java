// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.restapi.RestApi;

/** Where methods find the resource that they belong to. */
public interface ResourceLookup {

    /** Answers 404 in AWS's words unless the caller has this resource. */
    void require(String apiId, String resourceId);

    /** The locked API of this resource; 404 in AWS's words without it. */
    RestApi locked(String apiId, String resourceId);
}
