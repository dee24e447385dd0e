// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import io.gatehouse.contract.served.LogFormat;
import io.gatehouse.data.pipeline.Exchange;
import io.vertx.core.Handler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one line for each exchange that has ended. The format is compiled once: writing a line walks an array, into a buffer that
 * belongs to the thread.
 */
public final class AccessLog implements Handler<Exchange> {
    private static final ThreadLocal<LogLine> LINES = ThreadLocal.withInitial(LogLine::new);

    private final LogVariable[] parts;
    private final LogFormat.Notation notation;
    private final LogSink sink;

    /**
     * Compiles a format.
     *
     * @param variables what the format's names stand for
     * @param sink where lines go
     */
    public AccessLog(LogFormat format, LogVariables variables, LogSink sink) {
        List<LogVariable> compiled = new ArrayList<>();
        for (LogFormat.Part part : format.parts()) {
            compiled.add(
                    switch (part) {
                        case LogFormat.Text fixed -> text(fixed.text());
                        case LogFormat.Variable variable -> variables.named(variable.name());
                    });
        }
        this.parts = compiled.toArray(LogVariable[]::new);
        this.notation = format.notation();
        this.sink = sink;
    }

    private static LogVariable text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return (ended, line) -> line.fixed(bytes);
    }

    @Override
    public void handle(Exchange ended) {
        LogLine line = LINES.get().begin(notation);
        for (LogVariable part : parts) {
            part.write(ended, line);
        }
        sink.write(line.ended());
    }
}
