// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Runs the microbenchmarks, with allocation figures. What is not known here goes to JMH: {@code bench micro Routing -f 1}. */
@Command(name = "micro", description = "JMH: routing, pipeline, signatures, templates, decoding, with bytes allocated.")
public final class MicroCommand implements Callable<Integer> {
    @Parameters(description = "Names of benchmarks, as regular expressions (default: all).")
    List<String> names = List.of();

    @Unmatched
    List<String> options = List.of();

    @Override
    public Integer call() throws Exception {
        List<String> all = new ArrayList<>(names);
        all.addAll(options);
        all.addAll(List.of("-prof", "gc"));
        new Runner(new CommandLineOptions(all.toArray(String[]::new))).run();
        return 0;
    }
}
