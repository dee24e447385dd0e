// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.tls;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose word is taken for a backend's certificate. That it names the backend's host is always asked for besides. */
public final class TrustedAuthorities {
    private TrustedAuthorities() {}

    /**
     * The authorities that the system trusts, and those of a file.
     *
     * @param file certificates as PEM text; {@code null} for the system's alone
     * @throws IllegalArgumentException when the file holds none that can be read
     */
    public static TrustOptions systemAnd(@Nullable Path file) {
        if (file == null) {
            return TrustOptions.wrap(new CurrentOnly(() -> trust(List.of())));
        }
        try {
            X509ExtendedTrustManager all = trust(read(file));
            return TrustOptions.wrap(new CurrentOnly(() -> all));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("no certificates of authorities can be read from " + file, e);
        }
    }

    private static X509ExtendedTrustManager trust(Collection<? extends Certificate> own) {
        try {
            X509ExtendedTrustManager system = x509(factory(null));
            if (own.isEmpty()) {
                return system;
            }
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (X509Certificate issuer : system.getAcceptedIssuers()) {
                all.setCertificateEntry("system-" + number++, issuer);
            }
            for (Certificate each : own) {
                all.setCertificateEntry("own-" + number++, each);
            }
            return x509(factory(all));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java has no authorities to verify certificates by", e);
        }
    }

    private static X509ExtendedTrustManager x509(TrustManagerFactory factory) throws GeneralSecurityException {
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("this Java verifies no X.509 certificates");
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static Collection<? extends Certificate> read(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (read.isEmpty()) {
                throw new CertificateException("the file is empty");
            }
            return read;
        }
    }

    /**
     * Nobody's word is asked for, but a certificate that is not valid now is refused all the same (API reference,
     * "TlsConfig", {@code insecureSkipVerification}: expiry and host name are still looked at).
     */
    public static TrustOptions anybody() {
        return TrustOptions.wrap(new Anybody());
    }

    /** The platform looks at the host name itself, since this is no extended trust manager. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("backends are no clients");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            for (X509Certificate certificate : chain) {
                certificate.checkValidity();
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
