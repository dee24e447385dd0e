// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Refuses a server's certificate that is not valid now also where it is trusted itself, which Java then does not look at. */
final class CurrentOnly extends X509ExtendedTrustManager {
    private final Supplier<X509ExtendedTrustManager> source;
    private volatile @Nullable X509ExtendedTrustManager made;

    /**
     * @param source asked once, with the first handshake: most programs never see one, and Java's authorities take time to
     *     read
     */
    CurrentOnly(Supplier<X509ExtendedTrustManager> source) {
        this.source = source;
    }

    private X509ExtendedTrustManager trust() {
        X509ExtendedTrustManager trust = made;
        if (trust == null) {
            trust = source.get();
            made = trust;
        }
        return trust;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        chain[0].checkValidity();
        trust().checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        chain[0].checkValidity();
        trust().checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        chain[0].checkValidity();
        trust().checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trust().checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trust().checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust().checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust().getAcceptedIssuers();
    }
}
