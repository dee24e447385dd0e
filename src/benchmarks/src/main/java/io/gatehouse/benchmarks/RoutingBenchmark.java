// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.micro;

import io.gatehouse.contract.served.Admission;
import io.gatehouse.contract.served.AuthorizationSpec;
import io.gatehouse.contract.served.IntegrationSpec;
import io.gatehouse.contract.served.PathMatcher;
import io.gatehouse.contract.served.PathMatcher.Segment;
import io.gatehouse.contract.served.Route;
import io.gatehouse.contract.served.RouteSettings;
import io.gatehouse.data.match.Match;
import io.gatehouse.data.match.RouteTree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Finding the route of a request, from one route to ten thousand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders"})
public class RoutingBenchmark {
    @Param({"1", "1000", "10000"})
    int routes;

    private @Nullable RouteTree<Route> tree;

    /** Each route is {@code /vN/pets/{id}}. */
    @Setup
    public void plant() {
        List<Route> all = new ArrayList<>();
        for (int number = 0; number < routes; number++) {
            all.add(new Route(
                    "r" + number,
                    "/v" + number + "/pets/{id}",
                    "GET",
                    new PathMatcher.Segments(List.of(
                            new Segment.Literal("v" + number),
                            new Segment.Literal("pets"),
                            new Segment.Variable("id"))),
                    number,
                    new Admission(new AuthorizationSpec.Open(), null),
                    new IntegrationSpec.Unserved("a measurement"),
                    RouteSettings.NONE));
        }
        tree = RouteTree.of(all, route -> route);
    }

    /** A path with a variable. */
    @Benchmark
    public @Nullable Match<Route> found() {
        return tree == null ? null : tree.find("GET", "/v0/pets/42");
    }

    /** A path that no resource has. */
    @Benchmark
    public @Nullable Match<Route> unknown() {
        return tree == null ? null : tree.find("GET", "/v0/owners/42");
    }
}
