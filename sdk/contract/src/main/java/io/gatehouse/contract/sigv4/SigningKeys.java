// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Signing keys, derived from a secret for one day, region and service (four HMACs) and kept for the next request. Only keys
 * that have proved good are kept, so a stranger cannot fill the cache; the whole credential is part of the look-up, so a
 * changed secret never meets an old key.
 */
final class SigningKeys {

    private static final int MOST = 256;

    private final ConcurrentMap<Slot, byte[]> proved = new ConcurrentHashMap<>();

    byte[] get(Credential credential, CredentialScope scope) {
        byte[] known = proved.get(new Slot(credential, scope));
        return known != null ? known : derive(credential.secret(), scope);
    }

    void keep(Credential credential, CredentialScope scope, byte[] key) {
        if (proved.size() >= MOST) {
            // Days pass and regions are few: starting afresh is rare, and costs each key four HMACs once.
            proved.clear();
        }
        proved.putIfAbsent(new Slot(credential, scope), key);
    }

    static byte[] derive(String secret, CredentialScope scope) {
        byte[] forDay = Sha256.hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), scope.date());
        byte[] forRegion = Sha256.hmac(forDay, scope.region());
        byte[] forService = Sha256.hmac(forRegion, scope.service());
        return Sha256.hmac(forService, CredentialScope.TERMINATOR);
    }

    private record Slot(Credential credential, CredentialScope scope) {}
}
