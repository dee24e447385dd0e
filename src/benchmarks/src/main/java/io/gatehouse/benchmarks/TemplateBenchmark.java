// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.micro;

import io.gatehouse.data.vtl.MappingTemplate;
import io.gatehouse.data.vtl.RequestParameters;
import io.gatehouse.data.vtl.TemplateContext;
import io.gatehouse.data.vtl.TemplateScope;
import io.gatehouse.data.vtl.TemplateSyntaxException;
import java.util.Map;
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

/** Rendering a mapping template of the usual kind. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders"})
public class TemplateBenchmark {
    private static final String BODY = """
            {"pets": [{"name": "Rex", "price": 12.5}, {"name": "Tom", "price": 3}], "owner": {"id": 7}}""";

    private final MappingTemplate fields;
    private final MappingTemplate loop;

    /** Compiles the templates. */
    public TemplateBenchmark() {
        try {
            fields = MappingTemplate.compile("""
                    {"owner": $input.json('$.owner.id'), "stage": "$context.stage", "id": "$input.params('id')"}""");
            loop = MappingTemplate.compile("""
                    #set($pets = $input.path('$.pets'))
                    [#foreach($pet in $pets){"n": "$util.escapeJavaScript($pet.name)"}#if($foreach.hasNext),#end#end]""");
        } catch (TemplateSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Three values put into a document. */
    @Benchmark
    public String values() {
        return fields.render(scope());
    }

    /** A list, walked over. */
    @Benchmark
    public String list() {
        return loop.render(scope());
    }

    private static TemplateScope scope() {
        return new TemplateScope(
                BODY,
                new RequestParameters(Map.of("id", "42"), Map.of(), Map.of()),
                new TemplateContext(Map.of("stage", "prod")),
                Map.of());
    }
}
