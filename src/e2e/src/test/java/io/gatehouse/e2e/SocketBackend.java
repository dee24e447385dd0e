// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A backend that misbehaves on the level of the connection: what it does with each one is up to the test. */
final class SocketBackend implements AutoCloseable {
    private final ServerSocket listener;

    /** What happens on one connection, on a thread of its own; the socket is closed afterwards. */
    @FunctionalInterface
    interface Conversation {
        void hold(Socket socket) throws IOException;
    }

    private SocketBackend(ServerSocket listener) {
        this.listener = listener;
    }

    static SocketBackend start(Conversation conversation) {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            SocketBackend backend = new SocketBackend(listener);
            Thread.ofVirtual().start(() -> backend.accept(conversation));
            return backend;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads up to the empty line that ends a request's head. */
    static void readHead(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection ended within the head");
            }
            boolean expected = next == (matched % 2 == 0 ? '\r' : '\n');
            matched = expected ? matched + 1 : next == '\r' ? 1 : 0;
        }
    }

    /** Host and port, for the URI of an integration. */
    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept(Conversation conversation) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> hold(socket, conversation));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void hold(Socket socket, Conversation conversation) {
        try (socket) {
            conversation.hold(socket);
        } catch (IOException gone) {
            // The other side left; the test sees what it needs to see from its own side.
        }
    }
}
