// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP service that the APIs under test integrate with. It records every request and behaves as the path says:
 * {@code /users}, {@code /echo}, {@code /status/N}, {@code /slow/MILLIS}, {@code /bytes/N}, {@code /digest}, {@code
 * /cut} (ends in the middle of its answer).
 */
final class Backend implements AutoCloseable {
    /** The name that definitions give the backend; the program is told by {@code --resolve} where it really is. */
    static final String NAME = "user-service:8080";

    static final String USERS = "[{\"id\":1,\"name\":\"Ada\"},{\"id\":2,\"name\":\"Grace\"}]";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT_BODY = 64 * 1024;
    private static final byte[] BLOCK = new byte[16 * 1024];

    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final AtomicLong bytesWritten = new AtomicLong();

    /**
     * One request as it arrived.
     *
     * @param query the raw query, empty without one
     * @param headers looked up without regard to case
     * @param body as text; empty when it was too long to keep
     */
    record Seen(String verb, String path, String query, Map<String, List<String>> headers, String body) {

        /** The first value of a header, or null. */
        @Nullable
        String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.getFirst();
        }
    }

    private Backend(HttpServer server) {
        this.server = server;
    }

    static Backend start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            Backend backend = new Backend(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", backend::handle);
            server.start();
            return backend;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The requests so far, in order. */
    List<Seen> seen() {
        return List.copyOf(seen);
    }

    Seen last() {
        return seen.getLast();
    }

    /** How much of the latest {@code /bytes} answer was taken by the network so far. */
    long bytesWritten() {
        return bytesWritten.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] words = exchange.getRequestURI().getPath().split("/", -1);
        String number = words.length > 2 ? words[2] : "0";
        try (exchange) {
            switch (words[1]) {
                case "digest" -> digest(exchange);
                case "bytes" -> bytes(exchange, Long.parseLong(number));
                case "cut" -> cut(exchange);
                case "status" -> {
                    record(exchange);
                    answer(exchange, Integer.parseInt(number), "{\"error\":\"status " + number + "\"}");
                }
                case "slow" -> {
                    record(exchange);
                    pause(Long.parseLong(number));
                    answer(exchange, 200, "{\"slow\":true}");
                }
                case "users" -> {
                    record(exchange);
                    exchange.getResponseHeaders().set("X-Backend", "users");
                    answer(exchange, 200, USERS);
                }
                default -> {
                    Seen request = record(exchange);
                    answer(exchange, 200, JSON.writeValueAsString(request));
                }
            }
        }
    }

    private Seen record(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String text = body.length > KEPT_BODY ? "" : new String(body, StandardCharsets.UTF_8);
        return record(exchange, text);
    }

    private Seen record(HttpExchange exchange, String body) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        String query = exchange.getRequestURI().getRawQuery();
        Seen request = new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                Collections.unmodifiableMap(headers),
                body);
        seen.add(request);
        return request;
    }

    private void digest(HttpExchange exchange) throws IOException {
        record(exchange, "");
        MessageDigest digest = sha256();
        long length = 0;
        byte[] buffer = new byte[BLOCK.length];
        InputStream body = exchange.getRequestBody();
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            digest.update(buffer, 0, read);
            length += read;
        }
        String sum = HexFormat.of().formatHex(digest.digest());
        answer(exchange, 200, "{\"bytes\":" + length + ",\"sha256\":\"" + sum + "\"}");
    }

    private void bytes(HttpExchange exchange, long length) throws IOException {
        bytesWritten.set(0);
        record(exchange);
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, length);
        OutputStream body = exchange.getResponseBody();
        for (long left = length; left > 0; ) {
            int part = (int) Math.min(left, BLOCK.length);
            body.write(BLOCK, 0, part);
            left -= part;
            bytesWritten.addAndGet(part);
        }
    }

    private void cut(HttpExchange exchange) throws IOException {
        record(exchange);
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write(BLOCK);
        exchange.getResponseBody().flush();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
