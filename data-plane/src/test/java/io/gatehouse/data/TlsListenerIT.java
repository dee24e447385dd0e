// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.data.listen.ListenOptions;
import io.gatehouse.data.listen.RawClient;
import io.gatehouse.data.tls.TlsIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of a port that speaks TLS: a certificate that is replaced, and what is no TLS. */
final class TlsListenerIT {

    @Test
    void newConnectionsSeeTheNewCertificateAndOldOnesAreServedOn(@TempDir Path directory) throws Exception {
        TestCertificate current = TestCertificate.make(directory, "first", "dns:localhost");
        TestCertificate next = TestCertificate.make(directory, "second", "dns:localhost");
        DataPlaneOptions options =
                DataPlaneOptions.defaults().withListen(ListenOptions.defaults().withTls(current.identity()));
        try (Served served = new Served(options, Definitions.mock("/mock", "hello"));
                SSLSocket old = connect(served.port)) {
            assertThat(shownTo(old)).isEqualTo("CN=first");
            assertServed(old);

            next.replace(current);
            Eventually.holds(() -> {
                try (SSLSocket fresh = connect(served.port)) {
                    assertThat(shownTo(fresh)).isEqualTo("CN=second");
                    assertServed(fresh);
                }
            });
            assertServed(old);

            Files.writeString(current.store(), "half of a file");
            Thread.sleep(2_500);
            try (SSLSocket fresh = connect(served.port)) {
                assertThat(shownTo(fresh)).as("after a bad renewal").isEqualTo("CN=second");
                assertServed(fresh);
            }
            assertServed(old);
        }
    }

    @Test
    void aHandshakeThatDoesNotEndAndWhatIsNoTlsAreClosedInTime(@TempDir Path directory) throws Exception {
        TestCertificate shown = TestCertificate.make(directory, "shown", "dns:localhost");
        Duration patience = Duration.ofMillis(500);
        ListenOptions terms = ListenOptions.defaults()
                .withTls(shown.identity())
                .withTimeouts(patience, Duration.ofSeconds(5), Duration.ofSeconds(5));
        try (Served served =
                new Served(DataPlaneOptions.defaults().withListen(terms), Definitions.mock("/mock", "hello"))) {
            for (String beginning : new String[] {"", "\u0016\u0003\u0001\u0002", Served.get("/mock")}) {
                long start = System.nanoTime();
                try (RawClient client = new RawClient(served.port)) {
                    client.write(beginning);
                    assertThat(client.rest()).doesNotContain("hello", "HTTP/1.1 200");
                }
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(patience.multipliedBy(4));
            }
            try (SSLSocket socket = connect(served.port)) {
                assertServed(socket);
            }
        }
    }

    @Test
    void aKeyThatIsNotTheCertificatesIsNoCertificate(@TempDir Path directory) throws Exception {
        Path certificate =
                TestCertificate.make(directory, "one", "dns:localhost").pem();
        Path key = TestCertificate.make(directory, "two", "dns:localhost").keyPem();
        DataPlaneOptions options = DataPlaneOptions.defaults()
                .withListen(ListenOptions.defaults().withTls(new TlsIdentity.Pem(certificate, key)));
        assertThatThrownBy(() -> new Served(options, Definitions.mock("/mock", "hello")))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("the private key is not the certificate's");
    }

    private static SSLSocket connect(int port) throws Exception {
        SSLSocket socket = (SSLSocket)
                TestCertificate.believingEverybody().getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        socket.startHandshake();
        return socket;
    }

    private static String shownTo(SSLSocket socket) throws Exception {
        X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
        return shown.getSubjectX500Principal().getName();
    }

    private static void assertServed(SSLSocket socket) throws IOException {
        socket.getOutputStream().write(Served.get("/mock").getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder said = new StringBuilder();
        while (!said.toString().endsWith("\r\n\r\nhello")) {
            int next = in.read();
            assertThat(next).as(said.toString()).isNotNegative();
            said.append((char) next);
        }
        assertThat(said.toString()).startsWith("HTTP/1.1 200 OK\r\n");
    }
}
