// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/**
 * Large bodies pass through a program that has less memory than they have bytes; what is larger than AWS allows is
 * refused.
 */
final class StreamingIT {
    private static final int MEGABYTE = 1024 * 1024;
    private static final long VAST = 400L * MEGABYTE;
    private static final Backend BACKEND = Backend.start();

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE = GatehouseExtension.with(() -> GatehouseOptions.defaults()
            .withJavaFlags("-Xmx128m", "-XX:MaxDirectMemorySize=64m")
            .withResolve(Backend.NAME, BACKEND.port()));

    private static String apiId = "";

    private final GatehouseProgram program;
    private final DeployedApi api;
    private final Visitor visitor = new Visitor();

    StreamingIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.api = DeployedApi.of(client, apiId);
    }

    @BeforeAll
    static void deployOneApi(ApiGatewayClient client) {
        DeployedApi api = DeployedApi.create(client, "streams")
                .proxy("GET", "/download", "http://" + Backend.NAME + "/bytes/" + 50 * MEGABYTE)
                .proxy("GET", "/vast", "http://" + Backend.NAME + "/bytes/" + VAST)
                .proxy("POST", "/upload", "http://" + Backend.NAME + "/digest");
        api.deploy("test");
        apiId = api.id();
    }

    @AfterAll
    static void stopTheBackend() {
        BACKEND.close();
    }

    @Test
    void manyLargeDownloadsAtOncePassThroughLittleMemory() throws Exception {
        List<CompletableFuture<Long>> lengths = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            lengths.add(visitor.http()
                    .sendAsync(Visitor.request(at("/download")).build(), BodyHandlers.ofInputStream())
                    .thenApplyAsync(StreamingIT::countSlowly));
        }

        for (CompletableFuture<Long> length : lengths) {
            assertThat(length.get()).isEqualTo(50L * MEGABYTE);
        }
        assertThat(program.isRunning()).isTrue();
        assertThat(program.output()).noneMatch(line -> line.contains("OutOfMemory"));
    }

    @Test
    void aClientThatDoesNotReadStopsTheBackendFromSending() throws Exception {
        URI address = at("/vast");
        try (Socket lazy = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            lazy.getOutputStream().write(head("GET", address, "").getBytes(StandardCharsets.US_ASCII));
            Eventually.holds(() -> assertThat(BACKEND.last().path()).isEqualTo("/bytes/" + VAST));
            long before;
            long now = -1;
            do {
                before = now;
                Thread.sleep(500);
                now = BACKEND.bytesWritten();
            } while (now != before || now == 0);

            assertThat(now)
                    .as("bytes that the backend could send while nobody read them")
                    .isLessThan(100L * MEGABYTE);
        }
    }

    @Test
    void anUploadOfNineMegabytesArrivesByteForByte() throws Exception {
        byte[] body = new byte[9 * MEGABYTE];
        new Random(7).nextBytes(body);
        HttpRequest request = Visitor.request(at("/upload"))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(body))
                .build();

        Visitor.Answer answer = visitor.send(request);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("bytes").asInt()).isEqualTo(body.length);
        assertThat(answer.json().get("sha256").asText())
                .isEqualTo(HexFormat.of().formatHex(Backend.sha256().digest(body)));
    }

    @Test
    void anUploadThatSaysItIsTooLargeIsRefusedBeforeTheBackendIsCalled() throws Exception {
        int before = BACKEND.seen().size();
        URI address = at("/upload");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            String head = head("POST", address, "Content-Length: " + 50 * MEGABYTE + "\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            assertIsTooLong(socket);
        }
        assertThat(BACKEND.seen()).hasSize(before);
    }

    @Test
    void anUploadThatTurnsOutTooLargeIsRefused() throws Exception {
        URI address = at("/upload");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head("POST", address, "Transfer-Encoding: chunked\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[MEGABYTE];
            for (int i = 0; i < 11; i++) {
                out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();

            assertIsTooLong(socket);
        }
    }

    private static void assertIsTooLong(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(answer.readLine()).startsWith("HTTP/1.1 413 ");
        int length = 0;
        for (String line = answer.readLine(); line != null && !line.isEmpty(); line = answer.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        char[] body = new char[length];
        assertThat(answer.read(body)).isEqualTo(length);
        assertThat(new String(body)).isEqualTo("{\"message\":\"Request Too Long\"}");
    }

    private static String head(String verb, URI address, String headers) {
        return verb + " " + address.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
    }

    /** Reads all at the pace of a slow network at first, so that what is not read must wait somewhere. */
    private static long countSlowly(HttpResponse<InputStream> response) {
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        try (InputStream body = response.body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                length += read;
                if (length < 2L * MEGABYTE) {
                    Thread.sleep(10);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return length;
    }

    private URI at(String path) {
        return api.address(program.trafficPort(), "test", path);
    }
}
