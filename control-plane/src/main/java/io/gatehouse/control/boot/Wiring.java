// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.contract.sigv4.CredentialsFile;
import io.gatehouse.control.aws.gate.BodyPatience;
import io.gatehouse.control.aws.gate.ManagementAccess;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What the configuration decides for the rest of the program, which does not read it. */
final class Wiring {

    /** The keys that callers sign with. */
    @Produces
    @Singleton
    Credentials credentials(GatehouseConfig config) {
        return config.credentials().map(Wiring::read).orElseGet(Credentials::development);
    }

    private static Credentials read(Path file) {
        try {
            return CredentialsFile.read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the credentials of " + file, unreadable);
        }
    }

    @Produces
    @Singleton
    BodyPatience bodyPatience(GatehouseConfig config) {
        return new BodyPatience(config.bodyTimeout());
    }

    @Produces
    @Singleton
    ManagementAccess managementAccess(GatehouseConfig config) {
        return config.managementAccess();
    }
}
