// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.micro;

import io.gatehouse.contract.rest.AccessLogFormat;
import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.FrozenIntegration;
import io.gatehouse.contract.rest.FrozenIntegrationResponse;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.FrozenMethodResponse;
import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.contract.rest.Owner;
import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.data.compile.StagePlans;
import io.gatehouse.data.match.Match;
import io.gatehouse.data.observe.AccessLog;
import io.gatehouse.data.pipeline.Backends;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Plan;
import io.gatehouse.data.pipeline.RequestIds;
import io.gatehouse.data.table.ServedStage;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A request's way through all steps of its plan, without a network: what the engine adds to the cost of sockets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders"})
public class PipelineBenchmark {
    private static final RequestIds IDS =
            new RequestIds("request", "extended", "Root=1-65cae000-0123456789abcdef01234567");
    private static final Backends NONE = (exchange, timeout, verify) -> Future.failedFuture("no backend here");

    private final ServedStage stage =
            new StagePlans(Credentials.development(), Clock.systemUTC(), 1 << 20, null).compile(snapshot(), null);

    private final AccessLog accessLog = new AccessLog(
            AccessLogFormat.parse("$context.identity.sourceIp $context.identity.caller $context.identity.user"
                    + " [$context.requestTime] \"$context.httpMethod $context.path $context.protocol\" $context.status"
                    + " $context.responseLength $context.requestId $context.extendedRequestId"),
            StagePlans.variables(),
            line -> logged = line.length);
    private int logged;

    /** MOCK with a template of its own for the answer. */
    @Benchmark
    public int mock() {
        Match<Plan> match = Objects.requireNonNull(stage.routes().find("GET", "/pets"));
        MemoryOutbound outbound = new MemoryOutbound();
        Exchange exchange = new Exchange(
                match.value(), new MemoryInbound("GET", "/pets"), outbound, NONE, IDS, match.pathParameters(), 0);
        exchange.start(ended -> {});
        return outbound.status();
    }

    /** The same, and its line of an access log in the common format, up to where another thread writes it. */
    @Benchmark
    public int mockWithAccessLog() {
        Match<Plan> match = Objects.requireNonNull(stage.routes().find("GET", "/pets"));
        MemoryOutbound outbound = new MemoryOutbound();
        Exchange exchange = new Exchange(
                match.value(), new MemoryInbound("GET", "/pets"), outbound, NONE, IDS, match.pathParameters(), 0);
        exchange.start(accessLog);
        return outbound.status() + logged;
    }

    private static StageSnapshot snapshot() {
        FrozenIntegrationResponse response = new FrozenIntegrationResponse(
                "200", null, Map.of(), Map.of("application/json", "{\"stage\": \"$context.stage\"}"), null);
        FrozenIntegration integration = new FrozenIntegration(
                "MOCK",
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                Map.of("application/json", "{\"statusCode\": 200}"),
                "WHEN_NO_MATCH",
                null,
                29_000,
                "pets",
                List.of(),
                false,
                Map.of("200", response));
        FrozenMethod method = new FrozenMethod(
                "GET",
                "NONE",
                null,
                List.of(),
                false,
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of("200", new FrozenMethodResponse("200", Map.of(), Map.of())),
                integration);
        FrozenApi api = new FrozenApi(
                FrozenApi.CURRENT_FORMAT,
                "abc123",
                "pets",
                "HEADER",
                false,
                List.of(),
                null,
                null,
                List.of(new FrozenResource("res1", "/pets", List.of(method))),
                List.of(),
                List.of(),
                List.of());
        return new StageSnapshot(
                new StageKey("abc123", "prod"),
                new Owner("000000000000", "us-east-1"),
                "dep1",
                api,
                StageSettings.of(Map.of()),
                null);
    }
}
