// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.micro;

import io.gatehouse.client.GatehouseEndpoint;
import io.gatehouse.client.RequestSigner;
import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.contract.sigv4.PayloadHash;
import io.gatehouse.contract.sigv4.SignatureVerifier;
import io.gatehouse.contract.sigv4.SignedRequest;
import io.gatehouse.contract.sigv4.Verdict;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/** Verifying AWS Signature Version 4, as every management call and every AWS_IAM method does. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders"})
public class SignatureBenchmark {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final URI ADDRESS = URI.create("http://localhost:4566/restapis/abc123/resources?limit=25");

    private final SignatureVerifier verifier =
            new SignatureVerifier("apigateway", null, Credentials.development(), CLOCK);
    private final SignedRequest request = signed();

    /** A call as an SDK signs it. */
    @Benchmark
    public Verdict verify() {
        return verifier.verify(request);
    }

    private static SignedRequest signed() {
        HttpRequest signed = RequestSigner.of(GatehouseEndpoint.of(URI.create("http://localhost:4566")), "apigateway")
                .withClock(CLOCK)
                .sign(HttpRequest.newBuilder(ADDRESS).build());
        List<SignedRequest.Header> headers = new ArrayList<>();
        headers.add(new SignedRequest.Header("Host", ADDRESS.getAuthority()));
        signed.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> headers.add(new SignedRequest.Header(name, value))));
        return new SignedRequest(
                "GET", ADDRESS.getRawPath(), ADDRESS.getRawQuery(), headers, PayloadHash.of(new byte[0]));
    }
}
