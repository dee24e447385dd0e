// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.sigv4.Credentials;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The data plane as a whole: what is published is what real clients get from real backends. */
final class DataPlaneIT {
    private static final int BODY_LIMIT = 200_000;
    private static final int SWAPS = 200;

    private final Definitions definitions = new Definitions();
    private final SlowBackend backend = new SlowBackend();
    private final DataPlane plane = DataPlane.create(
            DataPlaneOptions.defaults()
                    .withBodyLimit(BODY_LIMIT)
                    .withResolve(Map.of(SlowBackend.NAME, backend.address())),
            definitions,
            Credentials.development(),
            Clock.systemUTC());
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private int port;

    DataPlaneIT() throws Exception {}

    @BeforeEach
    void serve() {
        definitions.publish(
                "dep1",
                Definitions.mock("/mock", "hello"),
                Definitions.proxy("/closed", "AWS_IAM", "http://" + SlowBackend.NAME + "/closed"),
                Definitions.proxy("/{proxy+}", "NONE", "http://" + SlowBackend.NAME + "/{proxy}"));
        plane.catchUp();
        port = plane.listen("127.0.0.1", 0);
    }

    @AfterEach
    void close() throws Exception {
        plane.close(Duration.ZERO);
        backend.close();
    }

    @Test
    void aMockAnswersByEitherFormOfPath() throws Exception {
        for (String form : new String[] {"/restapis/%s/prod/_user_request_/mock", "/_aws/execute-api/%s/prod/mock"}) {
            HttpResponse<String> answer = get(form.formatted(Definitions.API));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.headers().firstValue("X-Text")).contains("hello");
        }
    }

    @Test
    void aMockAnswersByHost() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = "GET /prod/mock HTTP/1.1\r\nHost: " + Definitions.API
                    + ".execute-api.localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nhello");
        }
    }

    @Test
    void aProxyPassesVerbPathQueryAndBodyOn() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri(at("/pets/7?a=1&b=%20")))
                        .method("PUT", BodyPublishers.ofString("12345"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("PUT /pets/7?a=1&b=%20 5");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void refusalsAreInAwssWords() throws Exception {
        assertRefused(
                get("/restapis/" + Definitions.API + "/test/_user_request_/mock"),
                403,
                "ForbiddenException",
                "Forbidden");
        assertRefused(get("/restapis/unknown/prod/_user_request_/mock"), 403, "ForbiddenException", "Forbidden");
        assertRefused(get(at("/")), 403, "MissingAuthenticationTokenException", "Missing Authentication Token");
        assertRefused(get(at("/closed")), 403, "MissingAuthenticationTokenException", "Missing Authentication Token");
        assertThat(backend.called).hasValue(0);
    }

    @Test
    void aBodyThatIsTooLongIsRefusedBeforeTheBackendIsCalled() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri(at("/pets")))
                        .POST(BodyPublishers.ofByteArray(new byte[BODY_LIMIT + 1]))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Request Too Long\"}");
        assertThat(backend.called).hasValue(0);
    }

    @Test
    void aBodyThatTurnsOutTooLongIsRefusedWhileItStreams() throws Exception {
        byte[] body = new byte[10 * BODY_LIMIT];
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri(at("/pets")))
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(List.of(body))))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aClientThatLeavesCancelsTheBackendsCall() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = "GET " + at("/never") + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(backend.neverAsked.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(plane.inFlight()).isEqualTo(1);
        }
        assertThat(backend.neverLeft.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatAnotherControlPlanePublishedIsServedWithoutBeingTold() throws Exception {
        definitions.publish("dep2", Definitions.mock("/mock", "news"));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!get(at("/mock")).body().equals("news")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    @Test
    void aCanaryTakesItsShareOfTheTraffic() throws Exception {
        definitions.publishWithCanary(Definitions.mock("/mock", "stable"), 50, Definitions.mock("/mock", "trial"));
        plane.catchUp();
        int trials = 0;
        for (int i = 0; i < 400; i++) {
            trials += get(at("/mock")).body().equals("trial") ? 1 : 0;
        }
        // Six standard deviations around one half.
        assertThat(trials).isBetween(140, 260);
    }

    @Test
    void aCanaryOfNothingOrEverythingIsExact() throws Exception {
        for (double percent : new double[] {0, 100}) {
            definitions.publishWithCanary(
                    Definitions.mock("/mock", "stable"), percent, Definitions.mock("/mock", "trial"));
            plane.catchUp();
            for (int i = 0; i < 50; i++) {
                assertThat(get(at("/mock")).body()).isEqualTo(percent == 0 ? "stable" : "trial");
            }
        }
    }

    @Test
    @Timeout(60)
    void eachAnswerBelongsToOneDeploymentAndNoneIsOlderThanWhatWasServedBefore() throws Exception {
        AtomicInteger newest = new AtomicInteger();
        AtomicInteger answers = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        publish(newest, 0);
        int number = 0;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asking.add(clients.submit(() -> askUntil(stop, newest, answers)));
            }
            while (number < SWAPS || answers.get() < SWAPS) {
                publish(newest, ++number);
                Thread.sleep(2);
            }
            stop.set(true);
            for (Future<?> client : asking) {
                client.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(get(at("/mock")).body()).isEqualTo(Integer.toString(number));
    }

    private void publish(AtomicInteger newest, int number) {
        definitions.publish("dep" + number, Definitions.mock("/mock", Integer.toString(number)));
        plane.catchUp();
        newest.set(number);
    }

    private @Nullable Void askUntil(AtomicBoolean stop, AtomicInteger newest, AtomicInteger answers) throws Exception {
        while (!stop.get()) {
            int served = newest.get();
            HttpResponse<String> answer = get(at("/mock"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Text")).contains(answer.body());
            assertThat(Integer.parseInt(answer.body())).isGreaterThanOrEqualTo(served);
            answers.incrementAndGet();
        }
        return null;
    }

    @Test
    void closingLetsExchangesInFlightEndAndTakesNoNewOnes() throws Exception {
        CompletableFuture<HttpResponse<String>> slow =
                client.sendAsync(HttpRequest.newBuilder(uri(at("/slow"))).build(), BodyHandlers.ofString());
        while (backend.called.get() == 0) {
            Thread.sleep(5);
        }
        Thread closing = Thread.ofVirtual().start(() -> plane.close(Duration.ofSeconds(10)));
        while (accepts()) {
            assertThat(slow).isNotDone();
            Thread.sleep(5);
        }
        HttpResponse<String> answer = slow.get(10, TimeUnit.SECONDS);
        assertThat(answer.body()).isEqualTo("GET /slow");
        assertThat(answer.headers().firstValue("Connection")).contains("close");
        assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        assertThat(plane.inFlight()).isZero();
    }

    private boolean accepts() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }

    @Test
    void closingDoesNotWaitLongerThanItIsTold() throws Exception {
        CompletableFuture<HttpResponse<String>> never =
                client.sendAsync(HttpRequest.newBuilder(uri(at("/never"))).build(), BodyHandlers.ofString());
        assertThat(backend.neverAsked.await(10, TimeUnit.SECONDS)).isTrue();
        long before = System.nanoTime();
        plane.close(Duration.ofMillis(200));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
        boolean failed = never.handle((answer, failure) -> failure != null || answer.statusCode() == 504)
                .get(10, TimeUnit.SECONDS);
        assertThat(failed).isTrue();
    }

    @Test
    void aPortThatIsTakenIsAnError() throws Exception {
        DataPlane second = DataPlane.create(
                DataPlaneOptions.defaults(), definitions, Credentials.development(), Clock.systemUTC());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> second.listen("127.0.0.1", taken.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Cannot listen on 127.0.0.1:" + taken.getLocalPort());
        } finally {
            second.close(Duration.ZERO);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String type, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains(type);
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(answer.headers().firstValue("x-amz-apigw-id")).isPresent();
    }

    private static String at(String path) {
        return "/restapis/" + Definitions.API + "/prod/_user_request_" + path;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }
}
