// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

/**
 * Who signed a request, and for what.
 *
 * @param accessKeyId the access key that the request names
 * @param accountId the account of that key, twelve digits
 * @param region the region of the credential scope, as the client wrote it
 * @param service the service of the credential scope, for example {@code execute-api}
 * @param userArn the ARN of the user that owns the key
 */
public record Identity(String accessKeyId, String accountId, String region, String service, String userArn) {}
