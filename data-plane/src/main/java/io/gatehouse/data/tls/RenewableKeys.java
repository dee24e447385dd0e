// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.tls;

import io.vertx.core.Vertx;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A server's certificate that is read from its files again while connections come in: each handshake sees the earlier one or
 * the new one whole. (What Vert.x offers for it drops the connections that come in meanwhile.)
 */
public final class RenewableKeys extends X509ExtendedKeyManager {
    private static final String[] KEY_TYPES = {"RSA", "EC", "EdDSA", "RSASSA-PSS"};
    private static final byte[] SAMPLE = {1, 2, 3};

    private final Vertx vertx;
    private final TlsIdentity identity;
    private volatile X509KeyManager current;

    /**
     * Reads the files. Blocks.
     *
     * @throws IllegalArgumentException when they are unusable
     */
    public RenewableKeys(Vertx vertx, TlsIdentity identity) {
        this.vertx = vertx;
        this.identity = identity;
        this.current = read();
    }

    /**
     * Reads the files again, for handshakes from now on. Blocks.
     *
     * @throws IllegalArgumentException when they are unusable, or do not belong together; nothing changes then
     */
    public void renew() {
        current = read();
    }

    private X509KeyManager read() {
        try {
            for (KeyManager manager :
                    identity.keyCertOptions().getKeyManagerFactory(vertx).getKeyManagers()) {
                if (manager instanceof X509KeyManager x509) {
                    requireMatch(x509);
                    return x509;
                }
            }
        } catch (Exception unusable) {
            throw new IllegalArgumentException("the certificate " + identity + " cannot be used", unusable);
        }
        throw new IllegalArgumentException("the certificate " + identity + " has no key");
    }

    /** A certificate whose key has not been replaced yet would fail every handshake. */
    private static void requireMatch(X509KeyManager keys) throws GeneralSecurityException {
        boolean found = false;
        for (String type : KEY_TYPES) {
            String[] aliases = keys.getServerAliases(type, null);
            for (String alias : aliases == null ? new String[0] : aliases) {
                PrivateKey key = keys.getPrivateKey(alias);
                X509Certificate certificate = Objects.requireNonNull(keys.getCertificateChain(alias))[0];
                requireMatch(Objects.requireNonNull(key), certificate);
                found = true;
            }
        }
        if (!found) {
            throw new GeneralSecurityException("there is no private key with a certificate");
        }
    }

    private static void requireMatch(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA", "RSASSA-PSS" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(SAMPLE);
        byte[] signed = signing.sign();
        Signature checking = Signature.getInstance(algorithm);
        checking.initVerify(certificate.getPublicKey());
        checking.update(SAMPLE);
        if (!checking.verify(signed)) {
            throw new GeneralSecurityException("the private key is not the certificate's");
        }
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return current.chooseServerAlias(keyType, issuers, null);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return current.chooseServerAlias(keyType, issuers, socket);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return current.getPrivateKey(alias);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return current.getCertificateChain(alias);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal[] issuers) {
        return current.getServerAliases(keyType, issuers);
    }

    /** A server's keys alone. */
    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
