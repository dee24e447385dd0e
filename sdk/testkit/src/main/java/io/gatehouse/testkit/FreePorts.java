// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Two ports that the operating system found free, both held until both were known.
 *
 * @param endpoint for the management API
 * @param traffic for the data plane alone
 */
record FreePorts(int endpoint, int traffic) {

    static FreePorts find() {
        try (ServerSocket one = bound();
                ServerSocket two = bound()) {
            return new FreePorts(one.getLocalPort(), two.getLocalPort());
        } catch (IOException e) {
            throw new GatehouseStartException("The system has no free port to give", e);
        }
    }

    private static ServerSocket bound() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }
}
