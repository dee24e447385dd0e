// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What runs in front of the program asks whether it is well, and clients of the traffic port speak TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsAndHealthIT {
    private static final String PASSWORD = "changeit";

    private GatehouseProgram program;
    private HttpClient client;

    @BeforeAll
    void serve(@TempDir Path scratch) throws Exception {
        Path store = scratch.resolve("gatehouse.p12");
        makeCertificate(store);
        program = GatehouseProgram.start(GatehouseOptions.defaults()
                .withArguments("--tls-cert", store.toString())
                .withEnvironment("GATEHOUSE_TLS_PASSWORD", PASSWORD));
        client = HttpClient.newBuilder().sslContext(trustingAnybody()).build();
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (program != null) {
            program.close();
        }
    }

    @Test
    void theTrafficPortSpeaksHttp2OverTls() throws Exception {
        for (HttpClient.Version version : HttpClient.Version.values()) {
            HttpResponse<String> answer = get(traffic("/restapis/none/prod/_user_request_/"), version);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
            assertThat(answer.sslSession()).isPresent();
        }
    }

    @Test
    void bothPortsTellThatTheProgramLivesAndIsReady() throws Exception {
        for (String port :
                new String[] {"https://localhost:" + program.trafficPort(), "http://localhost:" + program.port()}) {
            HttpResponse<String> live = get(URI.create(port + "/_gatehouse/health/live"), HttpClient.Version.HTTP_1_1);
            assertThat(live.statusCode()).isEqualTo(200);
            assertThat(live.body()).isEqualTo("{\"status\":\"live\"}");
            HttpResponse<String> ready =
                    get(URI.create(port + "/_gatehouse/health/ready"), HttpClient.Version.HTTP_1_1);
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).startsWith("{\"status\":\"ready\",");
        }
    }

    /** The port stays open for a while after SIGTERM, so that whoever balances the load can look elsewhere. */
    @Test
    void aProgramThatIsToldToStopIsNotReadyBeforeItStops() throws Exception {
        try (GatehouseProgram stopping =
                GatehouseProgram.start(GatehouseOptions.defaults().withEnvironment("GATEHOUSE_DRAIN_DELAY", "5s"))) {
            URI ready = URI.create("http://localhost:" + stopping.trafficPort() + "/_gatehouse/health/ready");
            assertThat(get(ready, HttpClient.Version.HTTP_1_1).statusCode()).isEqualTo(200);
            stopping.terminate();
            Eventually.holds(() -> {
                HttpResponse<String> answer = get(ready, HttpClient.Version.HTTP_1_1);
                assertThat(answer.body()).isEqualTo("{\"status\":\"draining\"}");
                assertThat(answer.statusCode()).isEqualTo(503);
            });
            assertThat(stopping.awaitExit(Duration.ofSeconds(30))).isPresent();
        }
    }

    private HttpResponse<String> get(URI uri, HttpClient.Version version) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).version(version).build(), BodyHandlers.ofString());
    }

    private URI traffic(String path) {
        return URI.create("https://localhost:" + program.trafficPort() + path);
    }

    private static void makeCertificate(Path store) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "gatehouse",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static SSLContext trustingAnybody() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
        return context;
    }

    /** The certificate is the test's own, and nobody has signed it. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

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
