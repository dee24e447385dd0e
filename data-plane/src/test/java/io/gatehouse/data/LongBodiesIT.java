// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.sigv4.Credentials;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One event loop serves everybody: what is done to a body of megabytes must not keep it from the others. Measured is
 * the time that event loops themselves are at work while a probe waits for its answer, since how long that takes by
 * the clock is a matter of what else runs on the machine.
 */
final class LongBodiesIT {
    private static final Duration BOUND = Duration.ofMillis(100);

    /** Code that has not run yet is slow; an event loop that does the work itself stays slow. */
    private static final int ATTEMPTS = 5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Definitions definitions = new Definitions();
    private final SlowBackend backend = new SlowBackend();
    private final DataPlane plane = DataPlane.create(
            DataPlaneOptions.defaults()
                    .withResolve(Map.of(SlowBackend.NAME, backend.address()))
                    .withEventLoops(1),
            definitions,
            Credentials.development(),
            Clock.systemUTC());
    private final HttpClient slow =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpClient probe =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int port;

    LongBodiesIT() throws Exception {}

    @BeforeEach
    void serve() {
        String uri = "http://" + SlowBackend.NAME + "/echo";
        definitions.publishPacking(
                0,
                Definitions.mock("/probe", "hello"),
                Definitions.rendering("/mock", "{\"statusCode\": 200, \"body\": $input.json('$')}"),
                Definitions.mapped("/mapped", uri, "$input.json('$')", "$input.json('$')"));
        plane.catchUp();
        port = plane.listen("127.0.0.1", 0);
    }

    @AfterEach
    void close() throws Exception {
        plane.close(Duration.ZERO);
        backend.close();
    }

    @Test
    void aTemplateOverALongBodyKeepsNobodyElseWaiting() throws Exception {
        assertOthersAreServed("/mock");
    }

    @Test
    void mappingALongAnswerAndPackingItKeepsNobodyElseWaiting() throws Exception {
        assertOthersAreServed("/mapped");
    }

    private void assertOthersAreServed(String path) throws Exception {
        String body = "{\"items\":[" + "{\"name\":\"Rex\",\"age\":3},".repeat(200_000) + "{}]}";
        Duration best = Duration.ofDays(1);
        for (int attempt = 0; attempt < ATTEMPTS && best.compareTo(BOUND) > 0; attempt++) {
            probe.send(request("/probe").build(), BodyHandlers.ofString());
            CompletableFuture<HttpResponse<byte[]>> answer = slow.sendAsync(
                    request(path)
                            .header("Content-Type", "application/json")
                            .header("Accept-Encoding", "gzip")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofByteArray());
            Duration worst = worstProbe(answer);
            assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            best = worst.compareTo(best) < 0 ? worst : best;
        }
        assertThat(best).isLessThan(BOUND);
    }

    private Duration worstProbe(CompletableFuture<?> answer) throws Exception {
        long worst = 0;
        while (!answer.isDone()) {
            long before = workOfEventLoops();
            assertThat(probe.send(request("/probe").build(), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("hello");
            worst = Math.max(worst, workOfEventLoops() - before);
        }
        return Duration.ofNanos(worst);
    }

    /** The backend's too, which are called the same; they do next to nothing. */
    private static long workOfEventLoops() {
        long nanos = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("vert.x-eventloop")) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + port + "/restapis/" + Definitions.API + "/prod/_user_request_" + path));
    }
}
