// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsRefusedWithTheFlagThatChoosesAnother() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Ports.requireFree(ports(0, taken.getLocalPort())))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("--traffic-port")
                    .extracting(problem -> ((StartRefusedException) problem).exitCode())
                    .isEqualTo(1);
        }
    }

    @Test
    void onePortForBothIsRefused() {
        assertThatThrownBy(() -> Ports.requireFree(ports(4000, 4000)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("both 4000");
    }

    @Test
    void anyFreePortMayBeAskedForTwice() {
        assertThatCode(() -> Ports.requireFree(ports(0, 0))).doesNotThrowAnyException();
    }

    private static GatehouseConfig ports(int port, int trafficPort) {
        return Settings.read(() -> GatehouseConfigTest.sources(
                Map.of("gatehouse.port", "" + port, "gatehouse.traffic-port", "" + trafficPort), Map.of(), Map.of()));
    }
}
