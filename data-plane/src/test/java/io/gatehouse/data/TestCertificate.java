// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.tls.TlsIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that has signed itself, so that it is its own authority, with its private key. */
final class TestCertificate {
    private static final String PASSWORD = "changeit";

    private final Path store;

    private TestCertificate(Path store) {
        this.store = store;
    }

    /**
     * Makes one.
     *
     * @param name the file's, and the certificate's
     * @param subject the only host that it is good for
     * @param more further options of {@code keytool -genkeypair}
     */
    static TestCertificate make(Path directory, String name, String subject, String... more) throws Exception {
        Path store = directory.resolve(name + ".p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "key",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=" + subject,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return new TestCertificate(store);
    }

    TlsIdentity identity() {
        return new TlsIdentity.Pkcs12(store, PASSWORD);
    }

    /** Takes another certificate's place. */
    void replace(TestCertificate other) throws IOException {
        Path next = other.store.resolveSibling("next");
        Files.copy(store, next);
        Files.move(next, other.store, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    Path store() {
        return store;
    }

    private KeyStore keys() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** Writes the certificate as PEM text. */
    Path pem() throws Exception {
        return pem("CERTIFICATE", keys().getCertificate("key").getEncoded());
    }

    /** Writes the private key as PEM text. */
    Path keyPem() throws Exception {
        return pem("PRIVATE KEY", keys().getKey("key", PASSWORD.toCharArray()).getEncoded());
    }

    private Path pem(String what, byte[] encoded) throws IOException {
        return Files.writeString(
                Path.of(store + "." + what.charAt(0) + ".pem"),
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END "
                        + what + "-----\n");
    }

    /** For a server that shows this certificate, and believes clients who show one of these. */
    SSLContext server(TestCertificate... clients) throws Exception {
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        for (TestCertificate client : clients) {
            believed.setCertificateEntry(client.store.toString(), client.keys().getCertificate("key"));
        }
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys(), PASSWORD.toCharArray());
        TrustManager[] trust = null;
        if (clients.length > 0) {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(believed);
            trust = factory.getTrustManagers();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trust, null);
        return context;
    }

    /** For a client that believes everybody; who was believed is read from the session. */
    static SSLContext believingEverybody() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Everybody()}, null);
        return context;
    }

    private static final class Everybody implements javax.net.ssl.X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
