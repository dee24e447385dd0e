// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.Op;

/**
 * What management calls cost, and that it grows as it should. The bounds are five times what {@code src/docs/performance.md}
 * promises, so that a busy machine does not fail them; a cost that grows with what it should not grow with does. The figures
 * are printed. {@code -Dcost.apis=10000 -Dcost.calls=300} measures in earnest.
 */
final class CostIT {
    /** With the compiler that the testkit leaves out, as the program runs by itself. */
    @RegisterExtension
    static final GatehouseExtension GATEHOUSE =
            GatehouseExtension.with(() -> GatehouseOptions.defaults().withJavaFlags("-XX:TieredStopAtLevel=4"));

    private static final int MANY_APIS = Integer.getInteger("cost.apis", 500);
    private static final int CALLS = Integer.getInteger("cost.calls", 30);
    private static final int CLIENTS = 4;

    private final GatehouseProgram program;
    private final ApiGatewayClient client;

    CostIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @Test
    void callsOnLargeApisAreCheap() {
        DeployedApi first = api(10);
        DeployedApi small = api(10);
        DeployedApi large = api(300);
        for (DeployedApi each : List.of(first, small, large)) {
            String about = each == first ? "warming up" : each == small ? "10 resources" : "300 resources";
            String id = each.id();
            Cost embedded = measure(
                    about + ", GetResources with methods",
                    i -> client.getResources(
                            request -> request.restApiId(id).limit(500).embed("methods")));
            measure(
                    about + ", GetResources",
                    i -> client.getResources(request -> request.restApiId(id).limit(500)));
            Cost deployed = measure(
                    about + ", CreateDeployment", i -> client.createDeployment(request -> request.restApiId(id)));
            measure(
                    about + ", GetResource",
                    i -> client.getResource(request -> request.restApiId(id).resourceId(each.resource("/g0"))));
            measure(
                    about + ", CreateResource",
                    i -> client.createResource(request -> request.restApiId(id)
                            .parentId(each.resource("/g0"))
                            .pathPart("new" + (i < 0 ? "-" : "") + Math.abs(i))));
            Cost updated = measure(about + ", UpdateRestApi", i -> rename(id, "name " + i));

            assertThat(embedded.cpu()).isLessThan(Duration.ofMillis(5 * 20));
            assertThat(deployed.cpu()).isLessThan(Duration.ofMillis(5 * 100));
            assertThat(updated.cpu()).isLessThan(Duration.ofMillis(5 * 10));
        }
    }

    @Test
    void aPageOfApisDoesNotCostMoreWhenThereAreMany() throws InterruptedException {
        createApis(10);
        Cost few = measure("10 APIs, GetRestApis", i -> client.getRestApis(request -> request.limit(10)));
        createApis(MANY_APIS);
        Cost many = measure(MANY_APIS + " APIs, GetRestApis", i -> client.getRestApis(request -> request.limit(10)));
        measure(MANY_APIS + " APIs, CreateRestApi", i -> client.createRestApi(request -> request.name("one more")));

        assertThat(many.cpu()).isLessThan(few.cpu().multipliedBy(5).plusMillis(10));
    }

    /** What one call takes: the program's processor time on average, and the client's median of waiting. */
    private record Cost(Duration cpu, Duration answered) {}

    private interface Call {
        void make(int number);
    }

    private Cost measure(String what, Call call) {
        for (int i = 0; i < CALLS; i++) {
            call.make(-1 - i);
        }
        Duration before = cpu();
        long[] waits = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            call.make(i);
            waits[i] = System.nanoTime() - start;
        }
        Duration spent = cpu().minus(before).dividedBy(CALLS);
        Arrays.sort(waits);
        Cost cost = new Cost(spent, Duration.ofNanos(waits[CALLS / 2]));
        System.out.printf(
                Locale.ROOT,
                "%-45s %6.2f ms of processor time, %7.2f ms until the answer%n",
                what,
                cost.cpu().toNanos() / 1e6,
                cost.answered().toNanos() / 1e6);
        return cost;
    }

    private Duration cpu() {
        return ProcessHandle.of(program.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    private void rename(String id, String name) {
        client.updateRestApi(request -> request.restApiId(id)
                .patchOperations(patch -> patch.op(Op.REPLACE).path("/name").value(name)));
    }

    /** An API whose resources, in groups of ten, have a method with an integration each. */
    private DeployedApi api(int resources) {
        DeployedApi api = DeployedApi.create(client, resources + " resources");
        for (int i = 0; i < resources; i++) {
            String path = "/g" + i / 10 + (i % 10 == 0 ? "" : "/r" + i);
            api.method("GET", path, method -> method.requestParameters(Map.of("method.request.querystring.page", true)))
                    .integration(
                            "GET",
                            path,
                            integration -> integration
                                    .type(IntegrationType.MOCK)
                                    .requestTemplates(Map.of("application/json", "{\"statusCode\": 200}")));
        }
        return api;
    }

    private void createApis(int number) throws InterruptedException {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            clients.invokeAll(IntStream.range(0, number)
                    .mapToObj(i ->
                            Executors.callable(() -> client.createRestApi(request -> request.name("one of many")), i))
                    .toList());
        }
    }
}
