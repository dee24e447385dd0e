// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;

/** What a client sees when its backend fails, and what a backend sees when its client leaves. */
final class BackendFailuresIT {
    private static final Backend BACKEND = Backend.start();
    private static final String TIMED_OUT = "{\"message\": \"Endpoint request timed out\"}";
    private static final String UNREACHABLE = "{\"message\": \"Network error communicating with endpoint\"}";

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE =
            GatehouseExtension.with(() -> GatehouseOptions.defaults().withResolve(Backend.NAME, BACKEND.port()));

    private final GatehouseProgram program;
    private final ApiGatewayClient client;
    private final Visitor visitor = new Visitor();

    BackendFailuresIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @AfterAll
    static void stopTheBackend() {
        BACKEND.close();
    }

    @Test
    void aBackendThatIsDownIsANetworkError() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }

        assertFailed(visitor.get(proxyTo("down", "http://127.0.0.1:" + nobody + "/")), UNREACHABLE);
    }

    @Test
    void aBackendThatIsTooSlowTimesOut() throws Exception {
        DeployedApi api = DeployedApi.create(client, "slow")
                .method("GET", "/x", method -> {})
                .integration(
                        "GET",
                        "/x",
                        integration -> integration
                                .type(IntegrationType.HTTP_PROXY)
                                .integrationHttpMethod("GET")
                                .timeoutInMillis(200)
                                .uri("http://" + Backend.NAME + "/slow/5000"));
        api.deploy("test");
        long start = System.nanoTime();

        Visitor.Answer answer = visitor.get(api.address(program.port(), "test", "/x"));

        assertFailed(answer, TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aBackendThatResetsBeforeItsAnswerIsANetworkError() throws Exception {
        try (SocketBackend resetting = SocketBackend.start(socket -> {
            SocketBackend.readHead(socket);
            socket.setSoLinger(true, 0);
        })) {
            assertFailed(visitor.get(proxyTo("reset", "http://" + resetting.address() + "/")), UNREACHABLE);
        }
    }

    @Test
    void aBackendThatSpeaksNoHttpIsAFailureInAwsShape() throws Exception {
        try (SocketBackend babbling = SocketBackend.start(socket -> {
            SocketBackend.readHead(socket);
            socket.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            Visitor.Answer answer = visitor.get(proxyTo("babble", "http://" + babbling.address() + "/"));

            assertThat(answer.status()).isIn(500, 502, 504);
            assertThat(answer.json().get("message").asText()).isNotBlank();
            assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("InternalServerErrorException");
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNeverMadeToLookWhole() {
        URI address = proxyTo("cut", "http://" + Backend.NAME + "/cut");

        assertThatThrownBy(() -> visitor.get(address)).isInstanceOf(IOException.class);
    }

    @Test
    void theProgramServesOnAfterEveryFailure() throws Exception {
        URI broken = proxyTo("again", "http://" + Backend.NAME + "/cut");
        URI whole = proxyTo("whole", "http://" + Backend.NAME + "/users");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> visitor.get(broken)).isInstanceOf(IOException.class);
            assertThat(visitor.get(whole).status()).isEqualTo(200);
        }
    }

    @Test
    void aClientThatLeavesCancelsTheBackendCall() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        try (SocketBackend waiting = SocketBackend.start(socket -> {
            SocketBackend.readHead(socket);
            called.countDown();
            try {
                while (socket.getInputStream().read() >= 0) {
                    // Only the end of the connection is of interest.
                }
            } finally {
                cancelled.countDown();
            }
        })) {
            URI address = proxyTo("leave", "http://" + waiting.address() + "/");
            try (Socket impatient = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
                impatient
                        .getOutputStream()
                        .write(("GET " + address.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(cancelled.await(300, TimeUnit.MILLISECONDS))
                        .as("the call runs as long as the client waits")
                        .isFalse();
            }

            assertThat(cancelled.await(5, TimeUnit.SECONDS))
                    .as("the gateway ends the call to the backend")
                    .isTrue();
        }
    }

    private URI proxyTo(String name, String uri) {
        DeployedApi api = DeployedApi.create(client, name).proxy("GET", "/x", uri);
        api.deploy("test");
        return api.address(program.port(), "test", "/x");
    }

    private static void assertFailed(Visitor.Answer answer, String body) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(504);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("InternalServerErrorException");
    }
}
