// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of one exchange while it runs, line by line, each with its time. What becomes of the lines is not decided here. */
public final class Trace {
    private final Clock clock;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Buffer backendBody;

    private record Line(long millis, String text) {}

    /**
     * Begins a trace.
     *
     * @param clock tells the time of each line
     */
    public Trace(Clock clock) {
        this.clock = clock;
    }

    /** Adds a line. Its text may hold line breaks. */
    public void line(String text) {
        lines.add(new Line(clock.millis(), text));
    }

    /** Is told lines. */
    @FunctionalInterface
    public interface Reader {

        /** One line and its time, milliseconds since the epoch. */
        void line(long millis, String text);
    }

    /** Tells the lines in their order. */
    public void read(Reader reader) {
        for (Line line : lines) {
            reader.line(line.millis, line.text);
        }
    }

    /** The beginning of the body that the backend has sent; {@code null} when nobody has kept it. */
    public @Nullable Buffer backendBody() {
        return backendBody;
    }

    public void backendBody(Buffer beginning) {
        this.backendBody = beginning;
    }
}
