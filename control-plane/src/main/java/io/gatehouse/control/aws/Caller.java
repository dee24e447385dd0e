// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws;

/**
 * Who calls the management API, as the signature's credential scope says.
 *
 * @param accessKeyId the access key that signed
 * @param accountId twelve digits; everything the caller sees belongs to it
 * @param region such as {@code us-east-1}; APIs of other regions are out of sight
 */
public record Caller(String accessKeyId, String accountId, String region) {

    /** The account of every access key that is not an account number itself. */
    public static final String DEFAULT_ACCOUNT = "000000000000";

    /** The caller behind an access key: a key of twelve digits names its account. */
    public static Caller of(String accessKeyId, String region) {
        return new Caller(accessKeyId, accountOf(accessKeyId), region);
    }

    private static String accountOf(String accessKeyId) {
        boolean account = accessKeyId.length() == 12 && accessKeyId.chars().allMatch(c -> c >= '0' && c <= '9');
        return account ? accessKeyId : DEFAULT_ACCOUNT;
    }
}
