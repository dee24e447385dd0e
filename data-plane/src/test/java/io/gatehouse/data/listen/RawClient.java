// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;

/** A connection on which a test writes and reads HTTP/1.1 to the byte, rules or no rules. */
public final class RawClient implements AutoCloseable {
    private final Socket socket;

    public RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
    }

    /** What came back; the body as far as its Content-Length says. */
    public record Answer(int status, TreeMap<String, String> headers, String body) {}

    public void head(String verb, String path, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(verb + " " + path + " HTTP/1.1\r\nHost: a1.execute-api.localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        write(head.append("\r\n").toString());
    }

    public void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    public Answer answer() throws IOException {
        Answer head = answerHead();
        return new Answer(head.status(), head.headers(), new String(body(head), StandardCharsets.UTF_8));
    }

    private byte[] body(Answer head) throws IOException {
        if (!"chunked".equals(head.headers().get("transfer-encoding"))) {
            String length = head.headers().getOrDefault("content-length", "0");
            return socket.getInputStream().readNBytes(Integer.parseInt(length));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(), 16);
            byte[] chunk = socket.getInputStream().readNBytes(length);
            if (chunk.length < length) {
                throw new IOException("closed within a chunk");
            }
            whole.write(chunk);
            line();
            if (length == 0) {
                return whole.toByteArray();
            }
        }
    }

    /** Sends whatever the other side still takes; that it has closed is no failure. */
    public boolean tryWrite(String text) {
        try {
            write(text);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Everything up to the end of the connection; fails if it does not end. */
    public String rest() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(whole);
        } catch (SocketTimeoutException open) {
            throw new IOException("not closed; it said: " + whole, open);
        } catch (IOException reset) {
            // What was read before counts.
        }
        return whole.toString(StandardCharsets.ISO_8859_1);
    }

    public int read(byte[] into) throws IOException {
        return socket.getInputStream().read(into);
    }

    /** The head alone, for answers to HEAD and for those without a length. */
    public Answer answerHead() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        TreeMap<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Answer(status, headers, "");
    }

    /** Whether the other side has closed, with nothing more to read; waits for it. */
    public boolean closed() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed after: " + line);
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
