// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A backend that keeps the bytes it was sent, and reads them as strictly as a server can: a request that is not
 * well formed is kept as {@code MALFORMED}. Answers {@code ok} to everything else.
 */
final class WireBackend implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?imd)^content-length: ([0-9]+)\r$");
    private static final Pattern CHUNKED = Pattern.compile("(?imd)^transfer-encoding: chunked\r$");
    private static final Pattern HEAD = Pattern.compile(
            "[A-Z]+ /[!-~]* HTTP/1\\.1\r\n([!#$%&'*+.^_`|~0-9A-Za-z-]+:[ \t]*[\t -~\\x80-\\xff]*\r\n)+\r\n");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final SocketBackend sockets;

    private WireBackend() {
        sockets = SocketBackend.start(this::converse);
    }

    static WireBackend start() {
        return new WireBackend();
    }

    String address() {
        return sockets.address();
    }

    /** Head and body of every request so far. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    void forget() {
        seen.clear();
    }

    @Override
    public void close() throws IOException {
        sockets.close();
    }

    private void converse(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        while (true) {
            String head = until(in, "\r\n\r\n");
            if (head.isEmpty()) {
                return;
            }
            if (!HEAD.matcher(head).matches()
                    || LENGTH.matcher(head).find() && CHUNKED.matcher(head).find()) {
                seen.add("MALFORMED " + head);
                return;
            }
            seen.add(head + body(in, head));
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String body(InputStream in, String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            return exactly(in, Integer.parseInt(length.group(1)));
        }
        if (!CHUNKED.matcher(head).find()) {
            return "";
        }
        StringBuilder whole = new StringBuilder();
        while (true) {
            String written = until(in, "\r\n").strip();
            if (written.isEmpty()) {
                throw new IOException("The connection ended within a body");
            }
            int size = Integer.parseInt(written, 16);
            whole.append(exactly(in, size));
            until(in, "\r\n");
            if (size == 0) {
                return whole.toString();
            }
        }
    }

    private static String exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("The connection ended within a body");
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String until(InputStream in, String end) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (true) {
            int next = in.read();
            if (next < 0) {
                if (read.size() > 0) {
                    throw new IOException("The connection ended within a request: " + read);
                }
                return "";
            }
            read.write(next);
            if (next == '\n' && read.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
                return read.toString(StandardCharsets.ISO_8859_1);
            }
        }
    }
}
