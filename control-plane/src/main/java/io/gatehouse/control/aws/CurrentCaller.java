// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws;

/** The caller of the request that is being answered; inject it where an operation needs the account or region. */
@FunctionalInterface
public interface CurrentCaller {

    /** Never absent: no request reaches an operation without a caller. */
    Caller get();
}
