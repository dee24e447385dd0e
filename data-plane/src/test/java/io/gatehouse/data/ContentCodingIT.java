// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import io.gatehouse.contract.sigv4.Credential;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
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
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Packed requests and answers, between real clients and a real backend. */
final class ContentCodingIT {
    private static final String BACKEND = "backend.example:80";
    private static final int LIMIT = 1_000_000;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger called = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();
    private final CountDownLatch firstPieceRead = new CountDownLatch(1);
    private final HttpServer backend = vertx.createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    private final Definitions definitions = new Definitions();
    private final DataPlane plane = DataPlane.create(
            DataPlaneOptions.defaults()
                    .withBodyLimit(LIMIT)
                    .withResolve(Map.of(BACKEND, "127.0.0.1:" + backend.actualPort())),
            definitions,
            key -> new Credential("test", "secret", "000000000000", "tess", null),
            Clock.systemUTC());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int port;

    ContentCodingIT() throws Exception {}

    @BeforeEach
    void serve() {
        definitions.publishPacking(
                10,
                Definitions.mock("/mock", "hello, hello, hello"),
                Definitions.proxy("/signed", "AWS_IAM", "http://backend.example/echo"),
                Definitions.mapped("/mapped", "http://backend.example/echo", "<$input.path('$.a')>", "$input.body"),
                Definitions.proxy("/{proxy+}", "NONE", "http://backend.example/{proxy}"));
        plane.catchUp();
        port = plane.listen("127.0.0.1", 0);
    }

    @AfterEach
    void close() throws Exception {
        plane.close(Duration.ZERO);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void answer(HttpServerRequest request) {
        called.incrementAndGet();
        HttpServerResponse response = request.response();
        switch (String.valueOf(request.path())) {
            case "/pieces" -> {
                response.setChunked(true).putHeader("ETag", "\"v1\"").write("first piece;");
                vertx.setPeriodic(10, id -> {
                    if (firstPieceRead.getCount() == 0) {
                        vertx.cancelTimer(id);
                        response.end("second piece");
                    }
                });
            }
            case "/endless" -> endless(response.setChunked(true));
            case "/packed" -> response.putHeader("Content-Encoding", "br").end("certainly, this is packed");
            case "/length" ->
                response.putHeader("Content-Length", "20")
                        .end(request.method().name().equals("HEAD") ? "" : "x".repeat(20));
            default ->
                request.body()
                        .onSuccess(body -> response.end(request.headers().get("Content-Encoding") + "|"
                                + request.headers().get("Content-Length") + "|" + body));
        }
    }

    private void endless(HttpServerResponse response) {
        byte[] noise = new byte[10_000];
        Random random = new Random(1);
        Runnable more = () -> {
            while (!response.writeQueueFull() && !response.closed()) {
                random.nextBytes(noise);
                response.write(Buffer.buffer(noise));
                written.addAndGet(noise.length);
            }
        };
        response.drainHandler(drained -> more.run());
        response.exceptionHandler(gone -> {});
        more.run();
    }

    @Test
    void aBackendGetsThePlainBodyOfAPackedRequest() throws Exception {
        HttpResponse<byte[]> answer = post("/echo", "gzip", gzip("{\"a\":1}"));
        assertThat(text(answer)).isEqualTo("null|7|{\"a\":1}");
        assertThat(text(post("/mapped", "gzip", gzip("{\"a\":1}")))).isEqualTo("null|3|<1>");
    }

    @Test
    void aBodyThatCannotBeUnpackedReachesNoBackend() throws Exception {
        assertThat(post("/echo", "br", gzip("{}")).statusCode()).isEqualTo(415);
        HttpResponse<byte[]> broken = post("/echo", "gzip", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(broken.statusCode()).isEqualTo(415);
        assertThat(text(broken)).isEqualTo("{\"message\":\"Unsupported Media Type\"}");
        assertThat(broken.headers().firstValue("x-amzn-ErrorType")).contains("UnsupportedMediaTypeException");
        assertThat(post("/echo", "gzip", gzip("x".repeat(LIMIT + 1))).statusCode())
                .isEqualTo(413);
        assertThat(called).hasValue(0);
    }

    @Test
    void aSignatureIsOfTheBodyAsItWasSent() throws Exception {
        byte[] packed = gzip("{\"a\":1}");
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(uri("/signed"))
                .putHeader("Content-Encoding", "gzip")
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(AwsCredentialsIdentity.create("test", "secret"))
                        .request(unsigned)
                        .payload(() -> new ByteArrayInputStream(packed))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/signed")).POST(BodyPublishers.ofByteArray(packed));
        signed.request().headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Host")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        assertThat(text(answer)).isEqualTo("null|7|{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void answersArePackedForThoseWhoAsk(String coding) throws Exception {
        for (String path : new String[] {"/mock", "/length"}) {
            HttpResponse<byte[]> answer = get(path, coding);
            assertThat(answer.headers().firstValue("Content-Encoding")).contains(coding);
            String plain = path.equals("/mock") ? "hello, hello, hello" : "x".repeat(20);
            InputStream unpacked = unpacking(coding, new ByteArrayInputStream(answer.body()));
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(plain);
            HttpResponse<byte[]> unasked = get(path, "identity");
            assertThat(unasked.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(text(unasked)).isEqualTo(plain);
        }
    }

    @Test
    void neitherFaultsNorPackedAnswersNorHeadsArePacked() throws Exception {
        HttpResponse<byte[]> fault = get("/", "gzip");
        assertThat(fault.statusCode()).isEqualTo(403);
        assertThat(fault.headers().firstValue("Content-Encoding")).isEmpty();
        HttpResponse<byte[]> packed = get("/packed", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("br");
        assertThat(text(packed)).isEqualTo("certainly, this is packed");
        HttpResponse<byte[]> head = client.send(
                HttpRequest.newBuilder(uri("/length"))
                        .header("Accept-Encoding", "gzip")
                        .HEAD()
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(head.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).contains("20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aStreamIsPackedAsItComes(String coding) throws Exception {
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(uri("/pieces"))
                        .header("Accept-Encoding", coding)
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains(coding);
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).contains("\"v1\"");
        InputStream plain = unpacking(coding, answer.body());
        assertThat(new String(plain.readNBytes(12), StandardCharsets.UTF_8)).isEqualTo("first piece;");
        firstPieceRead.countDown();
        assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("second piece");
    }

    @Test
    void aClientThatDoesNotReadHoldsTheBackendBack() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setReceiveBufferSize(64 * 1024);
            String head = "GET " + uri("/endless").getPath()
                    + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            long before = -1;
            while (written.get() != before || before == 0) {
                before = written.get();
                Thread.sleep(500);
            }
            assertThat(before).isPositive().isLessThan(50_000_000);
        }
    }

    private HttpResponse<byte[]> get(String path, String accepted) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Accept-Encoding", accepted)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(String path, String coding, byte[] body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Encoding", coding)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/restapis/" + Definitions.API + "/prod/_user_request_" + path);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static InputStream unpacking(String coding, InputStream packed) throws IOException {
        return switch (coding) {
            case "gzip" -> new GZIPInputStream(packed, 64);
            case "deflate" -> new InflaterInputStream(packed);
            case "br" -> new BrotliInputStream(packed);
            case "zstd" -> new ZstdInputStream(packed);
            default -> throw new IllegalArgumentException(coding);
        };
    }
}
