// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

/**
 * Who signed a request.
 *
 * @param accessKeyId the key used
 * @param accountId the account it belongs to, twelve digits
 * @param userArn the principal's ARN
 */
public record Caller(String accessKeyId, String accountId, String userArn) {}
