// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import org.jspecify.annotations.Nullable;

/** Port: finds the credential of an access key. Called once per verified request, from any thread, so it must not block. */
@FunctionalInterface
public interface Credentials {

    /** The credential of this access key, or null when it is not known. */
    @Nullable
    Credential find(String accessKeyId);

    /** The one key that development set-ups use by convention: key and secret {@code test}, account 000000000000. */
    static Credentials development() {
        Credential test = new Credential("test", "test", AccessKeys.DEFAULT_ACCOUNT, "test", null);
        return accessKeyId -> accessKeyId.equals(test.accessKeyId()) ? test : null;
    }
}
