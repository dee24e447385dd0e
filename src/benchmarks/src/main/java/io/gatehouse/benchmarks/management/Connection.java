// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.management;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A plain HTTP/1.1 client for one connection, so that the client's own cost does not hide the server's. Opens the connection
 * anew when the server closes it. Reads answers with a length or in chunks.
 */
final class Connection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final URI server;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();

    Connection(URI server) {
        this.server = server;
    }

    /** Sends a request and reads its answer whole; returns the status. */
    int send(byte[] request) throws IOException {
        if (socket == null) {
            open();
        }
        out.write(request);
        String status = line();
        long length = 0;
        boolean chunked = false;
        boolean last = status.startsWith("HTTP/1.0");
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.contains("close");
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        if (last) {
            close();
        }
        return Integer.parseInt(status.split(" ", 3)[1]);
    }

    private void open() throws IOException {
        Socket opened = new Socket(server.getHost(), server.getPort());
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(opened.getInputStream(), 1 << 16);
        out = opened.getOutputStream();
        socket = opened;
    }

    private void skipChunks() throws IOException {
        for (long size = Long.parseLong(line(), 16); size > 0; size = Long.parseLong(line(), 16)) {
            in.skipNBytes(size + 2);
        }
        line();
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("The server ended in the middle of an answer, after " + text);
            }
            if (read != '\r') {
                text.append((char) read);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
