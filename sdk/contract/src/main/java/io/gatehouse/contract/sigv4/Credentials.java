// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import org.jspecify.annotations.Nullable;

/** Port: finds the credential of an access key. Called once per verified request, from any thread, so it must not block. */
@FunctionalInterface
public interface Credentials {

    /** The credential of this access key, or null when it is not known. */
    @Nullable
    Credential find(String accessKeyId);

    /**
     * What development set-ups use by convention: the key {@code test} of account 000000000000, and every key of
     * twelve digits as the account of that number. The secret of them all is {@code test}.
     */
    static Credentials development() {
        Credential test = new Credential("test", "test", AccessKeys.DEFAULT_ACCOUNT, "test", null);
        return accessKeyId -> {
            if (accessKeyId.equals(test.accessKeyId())) {
                return test;
            }
            String account = AccessKeys.accountOf(accessKeyId);
            return account.equals(accessKeyId) ? new Credential(accessKeyId, "test", account, "test", null) : null;
        };
    }
}
