// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A connection to the program on which a test writes and reads to the byte, rules or no rules. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 8_000;

    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    Wire(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /** What came back; the names of headers in small letters, several values with commas. */
    record Answer(int status, Map<String, String> headers, String body) {}

    Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends whatever the other side still takes; that it has closed is no failure. */
    boolean trySend(String text) {
        try {
            send(text);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** One answer with its body, however that is framed; fails when the connection ends before it. */
    Answer answer() throws IOException {
        String statusLine = line();
        if (statusLine == null) {
            throw new EOFException("The connection ended before an answer");
        }
        if (!statusLine.startsWith("HTTP/1.")) {
            throw new IOException("not the start of an answer: " + statusLine);
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).strip(), (one, two) -> one + ", " + two);
        }
        int status = Integer.parseInt(statusLine.substring(9, 12));
        return new Answer(status, headers, new String(body(headers), StandardCharsets.UTF_8));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            String size = line();
            if (size == null) {
                throw new IOException("The connection ended within a chunked body");
            }
            int length = Integer.parseInt(size, 16);
            whole.write(in.readNBytes(length));
            line();
            if (length == 0) {
                return whole.toByteArray();
            }
        }
    }

    /** Everything up to the end of the connection; fails if it does not end. */
    byte[] rest() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            in.transferTo(whole);
        } catch (SocketTimeoutException open) {
            throw new IOException("The connection was not closed; it said: " + whole, open);
        } catch (IOException reset) {
            // What was read before counts.
        }
        return whole.toByteArray();
    }

    /** Whether the other side closes, saying nothing more. */
    boolean closes() throws IOException {
        return rest().length == 0;
    }

    int read(byte[] into) throws IOException {
        return in.read(into);
    }

    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
