// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that have sent one request, got its answer and stay open. */
final class IdleConnections implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;

    private final List<Socket> sockets = new ArrayList<>();

    static IdleConnections open(Target target, Scenario scenario) {
        IdleConnections idle = new IdleConnections();
        String request = "GET /%s%s1 HTTP/1.1\r\nHost: %s\r\n\r\n"
                .formatted(Definitions.STAGE, scenario.prefix, scenario.paths.host());
        byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < scenario.idleConnections; i++) {
                idle.sockets.add(used(target.port(), bytes));
            }
        } catch (IOException e) {
            idle.close();
            throw new UncheckedIOException(
                    target.name() + " did not take " + scenario.idleConnections + " connections", e);
        }
        return idle;
    }

    private static Socket used(int port, byte[] request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        // Closed by a reset, or the ports of thousands of closed connections stay taken for a minute.
        socket.setSoLinger(true, 0);
        socket.getOutputStream().write(request);
        InputStream answer = socket.getInputStream();
        byte[] start = answer.readNBytes("HTTP/1.1 200".length());
        if (!new String(start, StandardCharsets.US_ASCII).equals("HTTP/1.1 200")) {
            throw new IOException("answered " + new String(start, StandardCharsets.US_ASCII));
        }
        return socket;
    }

    @Override
    public void close() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
