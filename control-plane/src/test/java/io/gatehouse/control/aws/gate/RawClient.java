// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.control.Calls;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection to the server under test that sends whatever it is told, also what no HTTP client would. */
final class RawClient implements Closeable {
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(20).toMillis();

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawClient() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /**
     * What came back.
     *
     * @param headers by their names in small letters
     */
    record Answer(int status, Map<String, String> headers, String body) {
        boolean closes() {
            return "close".equalsIgnoreCase(headers.get("connection"));
        }
    }

    /** The header lines of a call that the server lets in. */
    static List<String> signature() {
        return new ArrayList<>(List.of(
                "Host: localhost",
                "X-Amz-Date: 20261101T120000Z",
                "Authorization: AWS4-HMAC-SHA256 Credential=" + Calls.ACCOUNT + "/20261101/" + Calls.REGION
                        + "/apigateway/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64)));
    }

    /** Sends a signed call with a body and more header lines, and reads the answer. */
    Answer call(String verb, String target, byte[] body, List<String> more) throws IOException {
        List<String> lines = signature();
        lines.addAll(more);
        lines.add("Content-Length: " + body.length);
        send(verb, target, lines);
        write(body);
        return read();
    }

    /** Sends a signed call without a body, and reads the answer. */
    Answer call(String verb, String target) throws IOException {
        return call(verb, target, new byte[0], List.of());
    }

    /** Sends a head. The target's characters go out as UTF-8. */
    void send(String verb, String target, List<String> headerLines) throws IOException {
        String head = verb + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headerLines) + "\r\n\r\n";
        write(head.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** The next answer. */
    Answer read() throws IOException {
        String status = line();
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = "chunked".equals(headers.get("transfer-encoding"))
                ? pieces()
                : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(Integer.parseInt(status.split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] pieces() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(length));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection after " + line);
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
