// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.data.listen.RawClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients see of a data plane that is told to stop: what has begun ends well, nothing new begins. */
final class DrainIT {
    private final SlowBackend backend = new SlowBackend();
    private final Served served = new Served(
            DataPlaneOptions.defaults().withResolve(Map.of(SlowBackend.NAME, backend.address())),
            Definitions.mock("/mock", "hello"),
            Definitions.proxy("/slow", "NONE", "http://" + SlowBackend.NAME + "/slow"));

    DrainIT() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        served.close();
        backend.close();
    }

    private Thread drain() throws Exception {
        Thread closing = Thread.ofVirtual().start(() -> served.plane.close(Duration.ofSeconds(10)));
        Eventually.holds(() ->
                assertThatThrownBy(() -> new RawClient(served.port).close()).isInstanceOf(IOException.class));
        return closing;
    }

    @Test
    void anHttp2ClientIsToldToSendNoMoreAndGetsWhatItAskedFor() throws Exception {
        try (Http2Wire wire = new Http2Wire(served.port)) {
            wire.head(1, true, Http2Wire.request("GET", Served.at("/slow")));
            Eventually.holds(() -> assertThat(backend.called).hasValue(1));

            Thread closing = drain();

            assertThat(wire.await(Http2Wire.GOAWAY)).isNotNull();
            assertThat(wire.body()).isEqualTo("GET /slow");
            Http2Wire.Frame frame = wire.read();
            while (frame != null) {
                frame = wire.read();
            }
            assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void anHttp1ClientIsToldSoWithItsAnswerAndTheProbeSaysNo() throws Exception {
        try (RawClient slow = new RawClient(served.port);
                RawClient kept = new RawClient(served.port);
                RawClient probe = new RawClient(served.port)) {
            for (RawClient client : new RawClient[] {kept, probe}) {
                client.write(Served.get("/mock"));
                assertThat(client.answer().headers()).doesNotContainKey("connection");
            }
            slow.write(Served.get("/slow"));
            Eventually.holds(() -> assertThat(backend.called).hasValue(1));

            Thread closing = drain();

            probe.write("GET /_gatehouse/health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n");
            RawClient.Answer no = probe.answer();
            assertThat(no.status()).isEqualTo(503);
            assertThat(no.body()).isEqualTo("{\"status\":\"draining\"}");
            kept.write(Served.get("/mock"));
            RawClient.Answer last = kept.answer();
            assertThat(last.body()).isEqualTo("hello");
            assertThat(last.headers()).containsEntry("connection", "close");
            assertThat(kept.rest()).isEmpty();
            RawClient.Answer answer = slow.answer();
            assertThat(answer.body()).isEqualTo("GET /slow");
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void idleConnectionsDoNotHoldUpTheEnd() throws Exception {
        try (RawClient idle = new RawClient(served.port);
                Http2Wire wire = new Http2Wire(served.port)) {
            idle.write(Served.get("/mock"));
            assertThat(idle.answer().status()).isEqualTo(200);
            wire.head(1, true, Http2Wire.request("GET", Served.at("/mock")));
            assertThat(wire.body()).isEqualTo("hello");

            long start = System.nanoTime();
            served.plane.close(Duration.ofSeconds(10));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            assertThat(idle.rest()).isEmpty();
        }
    }
}
