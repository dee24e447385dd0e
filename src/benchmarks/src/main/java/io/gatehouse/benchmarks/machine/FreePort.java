// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** TCP ports of this machine. */
public final class FreePort {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private FreePort() {}

    /** A port on loopback that nothing listens on now. */
    public static int find() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until something listens on a port. */
    public static void awaitListener(int port) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isTaken(port)) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("Nothing listens on port " + port + " after " + PATIENCE);
            }
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private static boolean isTaken(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
