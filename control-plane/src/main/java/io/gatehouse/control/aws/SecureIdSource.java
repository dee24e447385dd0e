// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Identifiers that nobody can guess. */
@Singleton
final class SecureIdSource implements IdSource {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        StringBuilder id = new StringBuilder(Ids.LENGTH);
        for (int i = 0; i < Ids.LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
