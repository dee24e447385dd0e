// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.listen.RawClient;
import io.gatehouse.data.upstream.BackendOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Backends that speak TLS: whose certificates are believed, and what is shown to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BackendTlsIT {
    private static final String NAME = "api.example";
    private static final String FAILURE = "{\"message\": \"Network error communicating with endpoint\"}";

    private TestCertificate good;
    private TestCertificate other;
    private TestCertificate expired;
    private TestCertificate client;

    @BeforeAll
    void makeCertificates(@TempDir Path directory) throws Exception {
        List<CompletableFuture<TestCertificate>> made = List.of(
                making(directory, "good", "dns:" + NAME),
                making(directory, "other", "dns:elsewhere.example"),
                making(directory, "expired", "dns:" + NAME, "-startdate", "-3d", "-validity", "1"),
                making(directory, "client", "dns:gateway.example"));
        good = made.get(0).get();
        other = made.get(1).get();
        expired = made.get(2).get();
        client = made.get(3).get();
        for (TestCertificate each : List.of(good, other, expired, client)) {
            each.pem();
        }
    }

    private static CompletableFuture<TestCertificate> making(
            Path directory, String name, String subject, String... more) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return TestCertificate.make(directory, name, subject, more);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** A server that answers with the name it was asked for by SNI, and its client's certificate. */
    private static RawBackend serving(TestCertificate shown, TestCertificate... clients) throws Exception {
        SSLServerSocket server = (SSLServerSocket) shown.server(clients)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(clients.length > 0);
        return RawBackend.listening(server, socket -> {
            while (!RawBackend.head(socket).isEmpty()) {
                ExtendedSSLSession session = (ExtendedSSLSession) ((SSLSocket) socket).getSession();
                String said = session.getRequestedServerNames() + " "
                        + (clients.length == 0 ? "nobody" : session.getPeerPrincipal());
                RawBackend.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + said.length() + "\r\n\r\n" + said);
            }
        });
    }

    private static RawClient.Answer call(RawBackend backend, BackendOptions terms, boolean insecure) throws Exception {
        DataPlaneOptions options = DataPlaneOptions.defaults()
                .withResolve(Map.of(NAME + ":443", "127.0.0.1:" + backend.port()))
                .withBackends(terms);
        try (Served served = new Served(options, Definitions.proxyOn("/x", "https://" + NAME, 5_000, insecure));
                RawClient visitor = new RawClient(served.port)) {
            visitor.write(Served.get("/x"));
            return visitor.answer();
        }
    }

    private static BackendOptions believing(TestCertificate authority) throws Exception {
        return BackendOptions.defaults().withTls(authority.pem(), null);
    }

    private static void assertRefused(RawClient.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(504);
        assertThat(answer.body()).isEqualTo(FAILURE);
    }

    @Test
    void aCertificateOfAConfiguredAuthorityIsBelievedAndTheNameIsSent() throws Exception {
        try (RawBackend backend = serving(good)) {
            RawClient.Answer answer = call(backend, believing(good), false);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains(NAME).endsWith("nobody");
        }
    }

    @Test
    void aCertificateOfNobodyKnownIsRefusedUnlessTheMethodSaysOtherwise() throws Exception {
        try (RawBackend backend = serving(good)) {
            assertRefused(call(backend, BackendOptions.defaults(), false));
            assertRefused(call(backend, believing(other), false));
            assertThat(call(backend, BackendOptions.defaults(), true).status()).isEqualTo(200);
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefusedInAnyCase() throws Exception {
        try (RawBackend backend = serving(other)) {
            assertRefused(call(backend, believing(other), false));
            assertRefused(call(backend, BackendOptions.defaults(), true));
        }
    }

    @Test
    void aCertificateThatHasExpiredIsRefusedInAnyCase() throws Exception {
        try (RawBackend backend = serving(expired)) {
            assertRefused(call(backend, believing(expired), false));
            assertRefused(call(backend, BackendOptions.defaults(), true));
        }
    }

    @Test
    void theGatewaysOwnCertificateIsShownToWhoeverAsks() throws Exception {
        try (RawBackend backend = serving(good, client)) {
            assertRefused(call(backend, believing(good), false));
            RawClient.Answer answer =
                    call(backend, BackendOptions.defaults().withTls(good.pem(), client.identity()), false);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).endsWith("CN=client");
        }
    }

    @Test
    void plainTextWhereTlsIsExpectedIsANetworkFailure() throws Exception {
        try (RawBackend backend = RawBackend.start(socket -> {
            assertThat(socket.getInputStream().read()).isPositive();
            RawBackend.write(socket, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        })) {
            assertRefused(call(backend, BackendOptions.defaults(), true));
        }
    }
}
