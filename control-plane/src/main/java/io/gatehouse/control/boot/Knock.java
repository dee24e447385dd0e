// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/**
 * The program's own first call of the port for tools. What guards that port takes its place with the first request
 * (Quarkus lets nobody stand where its server accepts connections), and an attacker need not send one.
 */
final class Knock {
    private static final Logger LOG = Logger.getLogger(Knock.class);
    private static final int PATIENCE_MILLIS = 5_000;
    private static final byte[] REQUEST =
            "GET /_gatehouse/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private Knock() {}

    /** Returns when the port has answered, or cannot be reached; that is logged, and no reason not to serve. */
    static void at(String host, int port) {
        try (Socket socket = new Socket()) {
            InetAddress address = InetAddress.getByName(host);
            InetAddress reachable = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
            socket.connect(new InetSocketAddress(reachable, port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(REQUEST);
            if (socket.getInputStream().read() < 0) {
                throw new IOException("it closed without an answer");
            }
        } catch (IOException e) {
            LOG.warnf("The port for tools cannot be called from here; it is guarded from its first call on: %s", e);
        }
    }
}
