// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void answersAreReadToTheirEndOneAfterTheOther() throws IOException {
        try (ServerSocket server = answering(List.of("HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nhello"
                        + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
                        + "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"));
                Connection connection = new Connection(address(server))) {
            assertThat(List.of(connection.send(REQUEST), connection.send(REQUEST), connection.send(REQUEST)))
                    .containsExactly(201, 200, 404);
        }
    }

    @Test
    void aConnectionThatTheServerClosesIsOpenedAnew() throws IOException {
        String last = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx";
        try (ServerSocket server = answering(List.of(last, last));
                Connection connection = new Connection(address(server))) {
            assertThat(List.of(connection.send(REQUEST), connection.send(REQUEST)))
                    .containsExactly(200, 200);
        }
    }

    /** A server whose connections say what is given, whatever they are asked, and close at the end of the test. */
    private static ServerSocket answering(List<String> connections) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        CompletableFuture.runAsync(() -> {
            for (String answers : connections) {
                try {
                    Socket socket = server.accept();
                    socket.getOutputStream().write(answers.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    return;
                }
            }
        });
        return server;
    }

    private static URI address(ServerSocket server) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }
}
