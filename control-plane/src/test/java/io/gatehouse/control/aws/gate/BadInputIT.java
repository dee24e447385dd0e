// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.control.aws.gate.RawClient.Answer;
import io.gatehouse.control.aws.operation.Operation;
import io.gatehouse.control.aws.operation.OperationTable;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends what no client should to every operation that works: the answer is a refusal in AWS's shape, at once. */
@QuarkusTest
class BadInputIT {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int MEGABYTE = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INNARDS = Pattern.compile(
            "Exception in|\\bat [a-z.]+\\(|io\\.quarkus|jakarta\\.|org\\.hibernate|java\\.(io|util|sql)\\.");

    private static final List<Operation> OPERATIONS = implemented();

    private LiveApi live;
    private RawClient client;
    private Duration slowest = Duration.ZERO;
    private String slowestCall = "";

    @BeforeEach
    void startOver() throws IOException {
        live = new LiveApi();
        connect();
    }

    private void connect() throws IOException {
        client = new RawClient();
    }

    @AfterEach
    void theServerGoesOn() throws IOException {
        client.close();
        try (RawClient another = new RawClient()) {
            assertThat(another.call("GET", "/restapis").status()).isEqualTo(200);
        }
        System.out.println("slowest bad call: " + slowest.toMillis() + " ms, " + slowestCall);
    }

    @Test
    void bodiesThatAreNoJsonObjectAreRefusedByEveryOperationThatReadsOne() throws IOException {
        for (Operation operation : withBody()) {
            for (Map.Entry<String, byte[]> body : malformed().entrySet()) {
                Answer answer = send(operation, body.getKey(), body.getValue());
                assertThat(answer.status())
                        .as("%s: %s", operation.name(), body.getKey())
                        .isEqualTo(400);
                assertThat(answer.headers().get("x-amzn-errortype"))
                        .as("%s: %s", operation.name(), body.getKey())
                        .isEqualTo("SerializationException");
            }
        }
    }

    @Test
    void bodiesThatAreOddButReadableAreNoFaultOfTheServer() throws IOException {
        for (Operation operation : withBody()) {
            for (Map.Entry<String, byte[]> body : odd().entrySet()) {
                send(operation, body.getKey(), body.getValue());
            }
        }
    }

    @Test
    void hugeBodiesAreReadOrRefusedAtOnce() throws IOException {
        List<Operation> operations = withBody();
        int turn = 0;
        for (Map.Entry<String, byte[]> body : huge().entrySet()) {
            for (int i = 0; i < 3; i++) {
                send(operations.get(turn++ % operations.size()), body.getKey(), body.getValue());
            }
        }
        for (Operation operation : operations) {
            Answer answer = send(operation, "too long", new byte[10 * MEGABYTE + 1]);
            assertThat(answer.status()).as(operation.name()).isEqualTo(413);
        }
    }

    @Test
    void thousandsOfPatchOperationsAreReadOrRefusedAtOnce() throws IOException {
        for (Operation operation : withBody()) {
            if (operation.method().equals("PATCH")) {
                for (String one : List.of(
                        "{\"op\": \"replace\", \"path\": \"/nothing\", \"value\": \"x\"}",
                        "{\"op\": \"wrong\", \"path\": \"/a\"}",
                        "{\"op\": \"replace\", \"path\": \"" + "/~1".repeat(100) + "\"}",
                        "{}")) {
                    String list = "{\"patchOperations\": [" + (one + ",").repeat(9_999) + one + "]}";
                    Answer answer =
                            send(operation, "10,000 of " + one.substring(0, Math.min(20, one.length())), utf8(list));
                    assertThat(answer.status()).as(operation.name()).isEqualTo(400);
                }
            }
        }
    }

    @Test
    void pathsThatAreNoneAreRefusedByEveryOperation() throws IOException {
        for (Operation operation : OPERATIONS) {
            if (!operation.path().contains("{")) {
                continue;
            }
            for (String malformed :
                    List.of("%", "%2", "%zz", "%ff", "%c0%af", "%ed%a0%80", "%00", "a%00b", "a|b", "ä", "\\")) {
                Answer answer = send(operation, LiveApi.pathWith(operation, malformed), "{}");
                assertThat(answer.status())
                        .as("%s: %s", operation.name(), malformed)
                        .isEqualTo(400);
            }
            for (String unknown : List.of(
                    "..",
                    ".",
                    "%2e%2E",
                    "%2F",
                    "a%2Fb",
                    "%2F..%2F",
                    "//",
                    ";",
                    "a;b=c",
                    "%20",
                    "*",
                    "%25",
                    "%E2%80%AE",
                    "%F0%9F%98%80",
                    "a".repeat(10_000),
                    "%F0%9F%98%80".repeat(1_000))) {
                Answer answer = send(operation, LiveApi.pathWith(operation, unknown), "{}");
                assertThat(answer.status())
                        .as("%s: %.40s", operation.name(), unknown)
                        .isIn(400, 403, 404);
            }
        }
    }

    @Test
    void queriesThatAreNoneAreRefusedByEveryOperation() throws IOException {
        for (Operation operation : OPERATIONS) {
            String path = live.pathTo(operation);
            String with = path + (path.contains("?") ? "&" : "?");
            for (String malformed :
                    List.of("a=%", "a=%2", "limit=%zz", "position=%ff", "embed=%00", "%00=a", "a=|", "a=ä")) {
                Answer answer = send(operation, with + malformed, "{}");
                assertThat(answer.status())
                        .as("%s: %s", operation.name(), malformed)
                        .isEqualTo(400);
            }
            if (operation.method().equals("GET")) {
                for (String odd : List.of(
                        "limit=abc",
                        "limit=99999999999",
                        "limit=-1",
                        "limit=",
                        "limit=1&limit=x",
                        "limit=1.5",
                        "limit=%D9%A1",
                        "position=garbage",
                        "position=MToA",
                        "position=MTr_",
                        "position=",
                        "position=a&position=b",
                        "embed=nothing",
                        "embed=methods&embed=x",
                        "embed=",
                        "embed",
                        "&&&=&",
                        "a=" + "x".repeat(10_000))) {
                    send(operation, with + odd, "");
                }
            }
        }
    }

    @Test
    void readingWithABodyIsReading() throws IOException {
        for (Operation operation : OPERATIONS) {
            if (operation.method().equals("GET")) {
                Answer answer = send(operation, live.pathTo(operation), "{garbage");
                assertThat(answer.status()).as(operation.name()).isIn(operation.status(), 404);
            }
        }
    }

    @Test
    void headsThatAreTooLongAreRefused() throws IOException {
        for (String target : List.of("/restapis/" + "a".repeat(60_000), "/restapis?a=" + "a".repeat(60_000))) {
            Answer answer = client.call("GET", target);
            assertThat(answer.status()).isIn(200, 404);
        }
        Answer wide = client.call("GET", "/restapis", new byte[0], List.of("X-Long: " + "a".repeat(50_000)));
        assertThat(wide.status()).isEqualTo(200);
        for (List<String> more : List.of(List.of("X-Long: " + "a".repeat(70_000)), List.of("X-Bad: \u0001\u0000"))) {
            try (RawClient another = new RawClient()) {
                assertThat(another.call("GET", "/restapis", new byte[0], more).status())
                        .isIn(400, 431);
            }
        }
        try (RawClient another = new RawClient()) {
            assertThat(another.call("GET", "/restapis/" + "a".repeat(70_000)).status())
                    .isEqualTo(414);
        }
    }

    @Test
    void verbsAndTargetsOutsideOfTheApiAreRefused() throws IOException {
        for (String request : List.of(
                "TRACE /restapis",
                "OPTIONS *",
                "CONNECT localhost:80",
                "BREW /restapis",
                "HEAD /restapis",
                "GET /restapis/../restapis",
                "GET //restapis",
                "GET /%72estapis",
                "GET /restapis%2F",
                "GET http://[/restapis",
                "GET restapis",
                "GET ?",
                "GET /_gatehouse/%zz")) {
            try (RawClient another = new RawClient()) {
                String[] parts = request.split(" ", 2);
                another.send(parts[0], parts[1], RawClient.signature());
                Answer answer = another.read();
                assertThat(answer.status()).as(request).isIn(400, 403);
                if (!parts[0].equals("HEAD")) {
                    assertRefusal(answer, request);
                }
            }
        }
        try (RawClient another = new RawClient()) {
            another.send("GET", "/restapis", RawClient.signature().subList(1, 3));
            assertRefusal(another.read(), "no Host");
        }
    }

    @Test
    void bodiesInPiecesAreReadAndBrokenOnesRefused() throws IOException {
        List<String> chunked = RawClient.signature();
        chunked.add("Transfer-Encoding: chunked");
        client.send("POST", "/restapis", chunked);
        client.write(utf8("9\r\n{\"name\": \r\n8\r\n\"pieces\"\r\n1\r\n}\r\n0\r\n\r\n"));
        assertThat(client.read().status()).isEqualTo(201);
        client.send("POST", "/restapis", chunked);
        client.write(utf8("8\r\n{\"name\":\r\n0\r\n\r\n"));
        assertRefusal(client.read(), "half a body in pieces");
        for (String broken : List.of("zz\r\n", "-1\r\n{}\r\n", "ffffffffffffffff\r\n{}")) {
            try (RawClient another = new RawClient()) {
                another.send("POST", "/restapis", chunked);
                another.write(utf8(broken));
                assertRefusal(another.read(), broken);
            } catch (EOFException | SocketException closed) {
                // HTTP leaves no other answer when the end of a request cannot be found.
            }
        }
        for (int i = 0; i < 20; i++) {
            try (RawClient leaver = new RawClient()) {
                leaver.send("POST", "/restapis", withLength("1000"));
                leaver.write(utf8("{\"name\": "));
            }
        }
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOnOrNotTo() throws IOException {
        List<String> asking = withLength("16");
        asking.add("Expect: 100-continue");
        client.send("POST", "/restapis", asking);
        assertThat(client.read().status()).isEqualTo(100);
        client.write(utf8("{\"name\": \"asks\"}"));
        assertThat(client.read().status()).isEqualTo(201);
        List<String> tooMuch = withLength(String.valueOf(10 * MEGABYTE + 1));
        tooMuch.add("Expect: 100-continue");
        client.send("POST", "/restapis", tooMuch);
        Answer refusal = client.read();
        assertRefusal(refusal, "asks for too much");
        assertThat(refusal.status()).isEqualTo(413);
        assertThat(refusal.closes()).isTrue();
    }

    @Test
    void aLengthBeyondAllReasonIsRefusedWithoutReading() throws IOException {
        for (String length : List.of("100000000000", "9223372036854775807")) {
            try (RawClient another = new RawClient()) {
                another.send("POST", "/restapis", withLength(length));
                Answer refusal = another.read();
                assertRefusal(refusal, length);
                assertThat(refusal.status()).isEqualTo(413);
            }
        }
        for (String length : List.of("-1", "x", "99999999999999999999", "1, 2")) {
            try (RawClient another = new RawClient()) {
                another.send("POST", "/restapis", withLength(length));
                assertThat(another.read().status()).as(length).isEqualTo(400);
            }
        }
    }

    private static List<String> withLength(String length) {
        List<String> lines = RawClient.signature();
        lines.add("Content-Length: " + length);
        return lines;
    }

    private Answer send(Operation operation, String what, byte[] body) throws IOException {
        return timed(operation, live.pathTo(operation), what, body);
    }

    private Answer send(Operation operation, String target, String body) throws IOException {
        return timed(operation, target, target.substring(0, Math.min(60, target.length())), utf8(body));
    }

    private Answer timed(Operation operation, String target, String what, byte[] body) throws IOException {
        String call = operation.name() + ": " + what;
        long start = System.nanoTime();
        Answer answer;
        try {
            answer = client.call(operation.method(), target, body, List.of("Content-Type: application/json"));
        } catch (IOException broken) {
            throw new IOException(call, broken);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(taken).as(call).isLessThan(LONGEST);
        if (taken.compareTo(slowest) > 0) {
            slowest = taken;
            slowestCall = call;
        }
        if (answer.status() >= 300) {
            assertRefusal(answer, call);
        }
        if (answer.closes()) {
            connect();
        }
        return answer;
    }

    private static void assertRefusal(Answer answer, String call) throws IOException {
        assertThat(answer.status()).as("%s: %s", call, answer).isBetween(400, 499);
        assertThat(answer.headers()).as(call).containsKeys("x-amzn-errortype", "x-amzn-requestid");
        assertThat(answer.headers()).as(call).containsEntry("content-type", "application/json");
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.size()).as("%s: %s", call, answer).isEqualTo(1);
        assertThat(body.path("message").asText()).as(call).isNotBlank().doesNotContainPattern(INNARDS);
    }

    private static Map<String, byte[]> malformed() throws IOException {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        for (String text : List.of(
                "{",
                "}",
                "nonsense",
                "[]",
                "\"text\"",
                "5",
                "true",
                "{} x",
                "{}{}",
                "{},",
                "{'a': 1}",
                "{a: 1}",
                "{\"a\": 1,}",
                "{\"a\": NaN}",
                "{\"a\": 01}",
                "{\"a\": .5}",
                "{\"a\": \"\t\"}",
                "{\"a\": \"\\x\"}",
                "{\"a\": \"\\u12\"}",
                "{\"a\"}",
                "{/* */}",
                "{\"a\": tru}",
                "{\"a\": \"",
                "\0",
                "{\0}")) {
            bodies.put(text, utf8(text));
        }
        bodies.put("arrays without end", utf8("{\"a\":" + "[".repeat(100_000)));
        bodies.put("deep arrays", utf8("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
        bodies.put("deep objects", utf8("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)));
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-32BE")) {
            bodies.put(charset, "{\"name\": \"a\"}".getBytes(Charset.forName(charset)));
        }
        for (int[] noText : List.of(new int[] {0xFF}, new int[] {0xC0, 0xAF}, new int[] {0xED, 0xA0, 0x80}, new int[] {
            0xF4, 0x90, 0x80, 0x80
        })) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(utf8("{\"a\": \""));
            for (int b : noText) {
                body.write(b);
            }
            body.writeBytes(utf8("\"}"));
            bodies.put("byte " + Integer.toHexString(noText[0]), body.toByteArray());
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(utf8("{\"name\": \"zipped\"}"));
        }
        bodies.put("gzip", zipped.toByteArray());
        return bodies;
    }

    private static Map<String, byte[]> odd() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        for (String text : List.of(
                "",
                " \r\n\t",
                "null",
                "\uFEFF{}",
                "{\"a\": 1, \"a\": 2}",
                "{\"\": \"\"}",
                "{\"a\": 1e999999}",
                "{\"a\": -1e-999999}",
                "{\"a\": " + "9".repeat(5_000) + "}",
                "{\"" + "n".repeat(100_000) + "\": 1}",
                "{\"a\": \"\\u0000\"}",
                "{\"a\": [" + "{},".repeat(100_000) + "{}]}",
                "{\"__proto__\": {}, \"class\": \"java.lang.Runtime\"}")) {
            bodies.put(text.substring(0, Math.min(40, text.length())), utf8(text));
        }
        return bodies;
    }

    private static Map<String, byte[]> huge() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        String text = "x".repeat(10 * MEGABYTE - 100);
        bodies.put("10 MB in an unknown member", utf8("{\"a\": \"" + text + "\"}"));
        bodies.put("10 MB description", utf8("{\"name\": \"a\", \"description\": \"" + text + "\"}"));
        bodies.put("10 MB of objects", utf8("{\"a\": [" + "{},".repeat(3 * MEGABYTE) + "{}]}"));
        bodies.put("10 MB of patch operations", utf8("{\"patchOperations\": [" + "{},".repeat(3 * MEGABYTE) + "{}]}"));
        bodies.put(
                "10 MB of wrong patch operations",
                utf8("{\"patchOperations\": [" + "{\"op\":\"x\"},".repeat(900_000) + "{}]}"));
        bodies.put("10 MB of names", utf8(names(600_000)));
        return bodies;
    }

    private static String names(int count) {
        StringBuilder names = new StringBuilder("{\"variables\": {");
        for (int i = 0; i < count; i++) {
            names.append("\"n").append(i).append("\": \"\",");
        }
        return names.append("\"n\": \"\"}}").toString();
    }

    private static List<Operation> withBody() {
        return OPERATIONS.stream()
                .filter(operation -> Set.of("POST", "PUT", "PATCH").contains(operation.method()))
                .toList();
    }

    /** Every operation but those that the documentation lists as missing. */
    private static List<Operation> implemented() {
        try {
            String limits = Files.readString(Path.of("..", "src", "docs", "limits.md"));
            int table = limits.indexOf("## Operations that answer 501");
            String missing = limits.substring(table, limits.indexOf("\n## ", table + 1));
            List<Operation> operations = new ArrayList<>(new OperationTable().all());
            operations.removeIf(operation -> missing.contains("`" + operation.name() + "`"));
            return List.copyOf(operations);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
