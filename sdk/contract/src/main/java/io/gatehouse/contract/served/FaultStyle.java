// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

/** How a refusal is worded on the wire. */
public enum FaultStyle {
    /** {@code {"message": ...}} with {@code x-amzn-ErrorType}, as AWS REST APIs answer. */
    AWS_REST
}
