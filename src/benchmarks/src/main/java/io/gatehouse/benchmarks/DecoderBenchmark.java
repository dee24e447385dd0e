// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.micro;

import io.gatehouse.control.aws.wire.RequestDecoder;
import io.gatehouse.control.integration.PutIntegration;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

/** Reading the body of a management call strictly. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders"})
public class DecoderBenchmark {
    private final byte[] body = """
            {"type": "HTTP", "httpMethod": "POST", "uri": "http://backend.example/pets", "timeoutInMillis": 5000,
             "requestParameters": {"integration.request.header.A": "'b'", "integration.request.path.id": "method.request.path.id"},
             "requestTemplates": {"application/json": "{\\"id\\": $input.json('$.id')}"}, "passthroughBehavior": "NEVER"}""".getBytes(StandardCharsets.UTF_8);

    /** The body of PutIntegration. */
    @Benchmark
    public PutIntegration decode() {
        return RequestDecoder.decode(PutIntegration.class, body, "PutIntegration", List.of());
    }
}
