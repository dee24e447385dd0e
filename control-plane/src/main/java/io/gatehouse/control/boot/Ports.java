// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether the ports are free before anything is started. */
final class Ports {
    private Ports() {}

    /** Refuses the start if the two ports are one, or something listens on either. */
    static void requireFree(GatehouseConfig config) {
        if (config.port() == config.trafficPort() && config.port() != 0) {
            throw StartRefusedException.usage(
                    "--port and --traffic-port are both " + config.port() + ": give one of them another number.");
        }
        requireFree(config.host(), config.port(), "--port");
        requireFree(config.host(), config.trafficPort(), "--traffic-port");
    }

    /** Refuses the start if something listens there; {@code flag} chooses another port. */
    static void requireFree(String host, int port, String flag) {
        if (port == 0) {
            return;
        }
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw StartRefusedException.usage("the host name " + host + " is unknown: correct --host.");
        }
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers do it: a connection that only lingers from an earlier run does not count.
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException e) {
            throw StartRefusedException.obstacle("cannot listen on " + host + ":" + port + " (" + e.getMessage()
                    + "): stop what uses it, or choose another with " + flag + ".");
        }
    }
}
