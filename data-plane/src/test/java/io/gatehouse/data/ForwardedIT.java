// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.listen.ListenOptions;
import io.gatehouse.data.listen.RawClient;
import io.gatehouse.data.listen.TrustedProxies;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Where a request is said to come from, and what backends are told of it. */
final class ForwardedIT {
    private static final String FORWARDED = "X-Forwarded-For: 198.51.100.66, 203.0.113.9:5555\r\n"
            + "X-Forwarded-Proto: https\r\nX-Forwarded-Port: 8443\r\n";

    private final LinkedBlockingQueue<String> heads = new LinkedBlockingQueue<>();

    private void told(TrustedProxies proxies, String sourceIp, String... toBackend) throws Exception {
        DataPlaneOptions options =
                DataPlaneOptions.defaults().withListen(ListenOptions.defaults().withTrustedProxies(proxies));
        try (RawBackend backend = RawBackend.start(socket -> {
                    heads.add(RawBackend.head(socket));
                    RawBackend.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                });
                Served served = new Served(
                        options,
                        Definitions.mock("/ip", "$context.identity.sourceIp"),
                        Definitions.proxy("/x", "NONE", backend.uri()));
                RawClient client = new RawClient(served.port)) {
            client.write("GET " + Served.at("/ip") + " HTTP/1.1\r\nHost: localhost\r\n" + FORWARDED + "\r\n");
            assertThat(client.answer().body()).isEqualTo(sourceIp);
            client.write("GET " + Served.at("/x") + " HTTP/1.1\r\nHost: api.example:99\r\n" + FORWARDED
                    + "Forwarded: for=1.2.3.4\r\nX-Mine: 1\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("ok");
            assertThat(heads.poll(5, TimeUnit.SECONDS))
                    .contains("ost: 127.0.0.1:" + backend.port() + "\r\n")
                    .contains("X-Mine: 1\r\n", "X-Forwarded-For: 198.51.100.66, 203.0.113.9:5555, 127.0.0.1\r\n")
                    .contains(
                            toBackend.length == 0
                                    ? List.of(
                                            "X-Forwarded-Proto: http\r\n", "X-Forwarded-Port: " + served.port + "\r\n")
                                    : List.of(toBackend));
        }
    }

    @Test
    void nobodyIsBelievedByDefault() throws Exception {
        told(TrustedProxies.NONE, "127.0.0.1");
    }

    @Test
    void aStrangerIsNotBelieved() throws Exception {
        told(TrustedProxies.of(List.of("10.0.0.0/8", "::1")), "127.0.0.1");
    }

    @Test
    void aTrustedProxyIsBelievedAsFarAsItsOwnWordGoes() throws Exception {
        told(
                TrustedProxies.of(List.of("127.0.0.0/8")),
                "203.0.113.9",
                "X-Forwarded-Proto: https\r\n",
                "X-Forwarded-Port: 8443\r\n");
    }
}
