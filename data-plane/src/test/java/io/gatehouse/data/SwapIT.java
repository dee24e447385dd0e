// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.data.pipeline.Plan;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A thousand deployments under load, {@code -Dswap.count=N} for another number: no request fails, no answer is made of two
 * deployments, none is older than one before it, and nothing of what was replaced stays in memory.
 */
final class SwapIT {
    private static final int SWAPS = Integer.getInteger("swap.count", 1_000);
    private static final int WARM = SWAPS / 5;
    private static final int ROUTES = 20;
    private static final int CLIENTS = 4;

    /** A run that keeps every plan grows by far more. */
    private static final long HEAP_GROWTH = 8L << 20;

    private final Definitions definitions = new Definitions();
    private final DataPlane plane =
            DataPlane.create(DataPlaneOptions.defaults(), definitions, Credentials.development(), Clock.systemUTC());
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicInteger newest = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private int port;

    @AfterEach
    void close() {
        plane.close(Duration.ZERO);
    }

    @Test
    @Timeout(120)
    void aThousandDeploymentsUnderLoadFailNobodyAndLeaveNothing() throws Exception {
        publish(0);
        port = plane.listen("127.0.0.1", 0);
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                asking.add(clients.submit(() -> askUntil(stop)));
            }
            publishUpTo(1, WARM);
            long plansWarm = livePlans();
            long heapWarm = heap();
            publishUpTo(WARM + 1, SWAPS);
            stop.set(true);
            for (Future<?> client : asking) {
                client.get(30, TimeUnit.SECONDS);
            }
            assertThat(livePlans())
                    .as("plans alive, %d after %d swaps", plansWarm, WARM)
                    .isLessThan(10L * ROUTES);
            assertThat(heap() - heapWarm).as("growth of the heap in bytes").isLessThan(HEAP_GROWTH);
        }
        assertThat(answers.get()).isGreaterThan(SWAPS / 10);
        assertThat(get().body()).isEqualTo(Integer.toString(SWAPS));
    }

    private void publishUpTo(int first, int last) throws InterruptedException {
        for (int number = first; number <= last; number++) {
            publish(number);
            Thread.sleep(2);
        }
    }

    /** The source forgets what has been read, as a database that keeps the newest alone. */
    private void publish(int number) {
        FrozenResource[] resources = new FrozenResource[ROUTES];
        for (int i = 0; i < ROUTES; i++) {
            resources[i] = Definitions.mock(i == 0 ? "/mock" : "/mock" + i, Integer.toString(number));
        }
        definitions.publish("dep" + number, resources);
        plane.catchUp();
        definitions.forgetAllButTheNewest();
        newest.set(number);
    }

    private @Nullable Void askUntil(AtomicBoolean stop) throws Exception {
        while (!stop.get()) {
            int served = newest.get();
            HttpResponse<String> answer = get();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Text")).contains(answer.body());
            assertThat(Integer.parseInt(answer.body())).isGreaterThanOrEqualTo(served);
            answers.incrementAndGet();
        }
        return null;
    }

    private HttpResponse<String> get() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + "/restapis/" + Definitions.API + "/prod/_user_request_/mock");
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Counts live objects after a full collection. */
    private static long livePlans() throws Exception {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Matcher line = Pattern.compile("\\s(\\d+)\\s+\\d+\\s+" + Pattern.quote(Plan.class.getName()) + "\\b")
                .matcher(histogram);
        assertThat(line.find()).as("plans in the histogram").isTrue();
        return Long.parseLong(line.group(1));
    }
}
