// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

/** What an access key id tells by itself. */
final class AccessKeys {

    static final String DEFAULT_ACCOUNT = "000000000000";
    private static final int LONGEST = 128;

    private AccessKeys() {}

    /** The account that an access key stands for when nothing else names one: itself if it looks like an account id. */
    static String accountOf(String accessKeyId) {
        return isAccountId(accessKeyId) ? accessKeyId : DEFAULT_ACCOUNT;
    }

    static boolean isAccountId(String text) {
        if (text.length() != 12) {
            return false;
        }
        for (int i = 0; i < 12; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static boolean isWellFormed(String accessKeyId) {
        if (accessKeyId.isEmpty() || accessKeyId.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < accessKeyId.length(); i++) {
            char c = accessKeyId.charAt(i);
            if (c <= ' ' || c > '~' || c == '/' || c == ',') {
                return false;
            }
        }
        return true;
    }
}
