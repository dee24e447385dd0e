// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.tls;

import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a certificate and its private key are. The files may be replaced while they are used. */
public sealed interface TlsIdentity {

    /**
     * Files of PEM text.
     *
     * @param certificate the certificate, then those that vouch for it
     * @param key the private key, unencrypted
     */
    record Pem(Path certificate, Path key) implements TlsIdentity {}

    /**
     * One file of PKCS #12.
     *
     * @param store holds one private key with its certificates
     * @param password opens the store and the key
     */
    record Pkcs12(Path store, String password) implements TlsIdentity {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Pkcs12[" + store + "]";
        }
    }

    /** Vert.x' name for it. */
    default KeyCertOptions keyCertOptions() {
        return switch (this) {
            case Pem(Path certificate, Path key) ->
                new PemKeyCertOptions()
                        .addCertPath(certificate.toAbsolutePath().toString())
                        .addKeyPath(key.toAbsolutePath().toString());
            case Pkcs12(Path store, String password) ->
                new PfxOptions().setPath(store.toAbsolutePath().toString()).setPassword(password);
        };
    }

    /**
     * Changes whenever one of the files does.
     *
     * @throws IOException when one cannot be looked at
     */
    default long version() throws IOException {
        return switch (this) {
            case Pem(Path certificate, Path key) -> 31 * modified(certificate) + modified(key);
            case Pkcs12 pkcs12 -> modified(pkcs12.store());
        };
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }
}
