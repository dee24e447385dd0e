// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.data.metrics.Metrics;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.table.ServingTable;
import io.gatehouse.data.table.Tables;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Vert.x ports and the handler, with steps made by hand in place of a definition's. */
final class EngineHandlerIT {
    private static final int LIMIT = 100_000;

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final LinkedBlockingQueue<Exchange> ended = new LinkedBlockingQueue<>();
    private final EngineHandler handler =
            new EngineHandler(vertx, engine(), (exchange, timeout, verify) -> Future.failedFuture("no backend"));
    private int port;

    private Engine engine() {
        TestPlans plans = new TestPlans(Map.of(
                "whole", EngineHandlerIT::echoWhole,
                "stream", EngineHandlerIT::echoStream,
                "ignore", exchange -> exchange.outbound().send(Buffer.buffer("ignored")),
                "headers", EngineHandlerIT::echoHeaders,
                "nocontent", EngineHandlerIT::noContent,
                "silent", exchange -> Step.DONE,
                "broken", EngineHandlerIT::breakOff,
                "hang", this::hang));
        ServingTable table = Tables.of(new StageKey("a1", "prod"), plans.stage());
        return new Engine(
                table,
                plans.nowhere(),
                new RandomIds(),
                Clock.systemUTC(),
                LIMIT,
                ended::add,
                new OwnPages(new Health(table), new Metrics(table::meters), TrustedProxies.NONE),
                ListenOptions.defaults());
    }

    private static Future<Void> echoWhole(Exchange exchange) {
        return exchange.inbound()
                .bufferedBody(LIMIT)
                .compose(body -> exchange.outbound()
                        .send(Buffer.buffer(exchange.inbound().verb() + " " + body.length())));
    }

    private static Future<Void> echoStream(Exchange exchange) {
        return exchange.outbound().stream(exchange.inbound().body());
    }

    private static Future<Void> echoHeaders(Exchange exchange) {
        StringBuilder text = new StringBuilder(exchange.inbound().rawRequestPath() + "|"
                + exchange.inbound().rawPath() + "|" + exchange.inbound().rawQuery() + "|"
                + exchange.inbound().host() + "|" + exchange.inbound().protocol() + "\n");
        MultiMap headers = exchange.inbound().headers();
        headers.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return exchange.outbound().send(Buffer.buffer(text.toString()));
    }

    private static Future<Void> noContent(Exchange exchange) {
        exchange.outbound().status(204);
        return exchange.outbound().send(Buffer.buffer("never seen"));
    }

    private static Future<Void> breakOff(Exchange exchange) {
        BrokenStream stream = new BrokenStream();
        return exchange.outbound().stream(stream);
    }

    private Future<Void> hang(Exchange exchange) {
        exchange.cancellation(cancelled::countDown);
        begun.countDown();
        return io.vertx.core.Promise.<Void>promise().future();
    }

    @BeforeEach
    void listen() throws Exception {
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(handler);
        port = server.listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void anExchangeKnowsThePathTheQueryAndTheHostAsSent() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.head("GET", "/prod/headers?a=%20&b", "X-Test: 1");
            assertThat(client.answer().body())
                    .startsWith("/prod/headers|/headers|a=%20&b|a1.execute-api.localhost|HTTP/1.1\n")
                    .contains("X-Test=1\n");
        }
    }

    @Test
    void theApiInCapitalsIsMeantInSmallLetters() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.write("GET /prod/ignore HTTP/1.1\r\nHost: A1.Execute-Api.LOCALHOST\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void unknownAddressesStagesAndPathsAreRefused() throws Exception {
        assertThat(get("/nowhere").body()).startsWith("RESOURCE_NOT_FOUND No API is addressed");
        assertThat(get("/restapis/a1/test/_user_request_/whole").body()).isEqualTo("ACCESS_DENIED Forbidden");
        assertThat(get("/restapis/b2/prod/_user_request_/whole").body()).isEqualTo("ACCESS_DENIED Forbidden");
        assertThat(get("/restapis/a1/prod/_user_request_/what").body()).contains("unmatched");
        assertThat(get("/_aws/execute-api/a1/prod/ignore").body()).isEqualTo("ignored");
    }

    @Test
    void aBodyIsReadWholeOrStreamed() throws Exception {
        String body = "x".repeat(90_000);
        assertThat(post("/restapis/a1/prod/_user_request_/whole", body).body()).isEqualTo("POST 90000");
        assertThat(post("/restapis/a1/prod/_user_request_/stream", body).body()).isEqualTo(body);
    }

    @Test
    void aConnectionIsKeptAlsoWhenNobodyReadsTheBody() throws Exception {
        try (RawClient client = new RawClient(port)) {
            for (int i = 0; i < 3; i++) {
                client.head("POST", "/prod/ignore", "Content-Length: 50000");
                client.write("y".repeat(50_000));
                assertThat(client.answer().body()).isEqualTo("ignored");
            }
            client.head("GET", "/prod/whole");
            assertThat(client.answer().body()).isEqualTo("GET 0");
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        try (RawClient client = new RawClient(port)) {
            String host = " HTTP/1.1\r\nHost: a1.execute-api.localhost\r\n";
            client.write("POST /prod/whole" + host + "Content-Length: 3\r\n\r\nabc"
                    + "GET /prod/ignore" + host + "\r\n"
                    + "POST /prod/whole" + host + "Content-Length: 1\r\n\r\na");
            assertThat(client.answer().body()).isEqualTo("POST 3");
            assertThat(client.answer().body()).isEqualTo("ignored");
            assertThat(client.answer().body()).isEqualTo("POST 1");
        }
    }

    @Test
    void aBodyThatSaysItIsTooLongIsRefusedUnread() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.head("POST", "/prod/ignore", "Content-Length: " + (LIMIT + 1));
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.headers()).containsEntry("connection", "close");
            client.write(new byte[LIMIT + 1]);
            assertThat(client.closed()).isTrue();
        }
    }

    @Test
    void aBodyThatTurnsOutTooLongIsRefusedHoweverItIsRead() throws Exception {
        for (String path : new String[] {"/prod/whole", "/prod/stream"}) {
            try (RawClient client = new RawClient(port)) {
                client.head("POST", path, "Transfer-Encoding: chunked");
                client.write(Integer.toHexString(2 * LIMIT) + "\r\n" + "z".repeat(2 * LIMIT) + "\r\n0\r\n\r\n");
                if (path.endsWith("whole")) {
                    assertThat(client.answer().status()).isEqualTo(413);
                }
                while (!client.closed()) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    @Test
    void aClientThatAsksForLeaveGetsItOnceTheBodyIsWanted() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.head("POST", "/prod/whole", "Content-Length: 2", "Expect: 100-continue");
            assertThat(client.answerHead().status()).isEqualTo(100);
            client.write("ab");
            assertThat(client.answer().body()).isEqualTo("POST 2");
        }
    }

    @Test
    void aClientThatAsksForLeaveInVainIsToldToClose() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.head("POST", "/prod/ignore", "Content-Length: 2", "Expect: 100-continue");
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("connection", "close");
        }
    }

    @Test
    void headAnswersHaveTheLengthAndNoBody() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.head("HEAD", "/prod/ignore");
            assertThat(client.answerHead().headers()).containsEntry("content-length", "7");
            client.head("GET", "/prod/ignore");
            assertThat(client.answer().body()).isEqualTo("ignored");
        }
    }

    @Test
    void noContentHasNoBody() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.head("GET", "/prod/nocontent");
            RawClient.Answer answer = client.answerHead();
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.headers()).doesNotContainKeys("content-length", "transfer-encoding");
            client.head("GET", "/prod/ignore");
            assertThat(client.answer().body()).isEqualTo("ignored");
        }
    }

    @Test
    void anAnswerThatBreaksOffDoesNotLookComplete() {
        assertThatThrownBy(() -> get("/restapis/a1/prod/_user_request_/broken")).isInstanceOf(IOException.class);
    }

    @Test
    void aPlanThatAnswersNothingIsReset() {
        assertThatThrownBy(() -> get("/restapis/a1/prod/_user_request_/silent")).isInstanceOf(IOException.class);
    }

    @Test
    void aClientThatLeavesCancelsWhatRunsForIt() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.head("GET", "/prod/hang");
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(handler.inFlight()).isEqualTo(1);
        }
        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
        Exchange exchange = ended.poll(10, TimeUnit.SECONDS);
        assertThat(exchange).isNotNull();
        assertThat(exchange.abandoned()).isTrue();
        // An exchange is logged before it counts as over.
        for (int waited = 0; handler.inFlight() > 0 && waited < 100; waited++) {
            Thread.sleep(10);
        }
        assertThat(handler.inFlight()).isZero();
    }

    @Test
    void aDrainingHandlerClosesEachConnectionAfterItsAnswer() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.head("GET", "/prod/ignore");
            assertThat(client.answer().headers()).doesNotContainKey("connection");
            handler.drain();
            client.head("GET", "/prod/ignore");
            assertThat(client.answer().headers()).containsEntry("connection", "close");
            assertThat(client.closed()).isTrue();
        }
    }

    @Test
    void http2IsServedToo() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpResponse<String> first = client.send(
                HttpRequest.newBuilder(uri("/restapis/a1/prod/_user_request_/ignore"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);
        HttpResponse<String> second = client.send(
                HttpRequest.newBuilder(uri("/restapis/a1/prod/_user_request_/headers"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(second.body()).contains("|HTTP/2.0\n").contains("host=localhost:" + port + "\n");
        HttpResponse<String> third = client.send(
                HttpRequest.newBuilder(uri("/restapis/a1/prod/_user_request_/stream"))
                        .POST(HttpRequest.BodyPublishers.ofString("abc"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(third.body()).isEqualTo("abc");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
