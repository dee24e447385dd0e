// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A backend that does with each connection what a test says, to the byte; the connection is closed after it. */
final class RawBackend implements AutoCloseable {
    final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server;
    private final Conversation conversation;

    /** What happens on one connection. */
    interface Conversation {
        void with(Socket socket) throws Exception;
    }

    private RawBackend(ServerSocket server, Conversation conversation) {
        this.server = server;
        this.conversation = conversation;
    }

    static RawBackend start(Conversation conversation) throws IOException {
        return listening(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()), conversation);
    }

    /** On a socket of the test's own. */
    static RawBackend listening(ServerSocket server, Conversation conversation) {
        RawBackend backend = new RawBackend(server, conversation);
        Thread.ofPlatform().daemon().name("raw-backend").start(backend::accept);
        return backend;
    }

    /** Answers each request on each connection with this text. */
    static RawBackend answering(String answer) throws IOException {
        return start(socket -> {
            while (!head(socket).isEmpty()) {
                write(socket, answer);
            }
        });
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            conversation.with(socket);
        } catch (Exception ended) {
            // The gateway has closed, or the test is over.
        }
    }

    /** The head of the next request; empty when the connection has ended. */
    static String head(Socket socket) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    int port() {
        return server.getLocalPort();
    }

    String uri() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
