// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A packer's memory is outside the heap: whatever becomes of a stream, it is given back. */
class PackedStreamTest {
    private final List<String> events = new ArrayList<>();
    private final Source source = new Source();
    private @Nullable RuntimeException broken;
    private final PackedStream stream = new PackedStream(source, () -> {
        events.add("open");
        return new Packer() {
            @Override
            public Buffer pack(Buffer piece, boolean last) {
                if (broken != null) {
                    throw broken;
                }
                return Buffer.buffer(last ? "end" : "[" + piece + "]");
            }

            @Override
            public void close() {
                events.add("close");
            }
        };
    });

    private void listen() {
        stream.exceptionHandler(failure -> events.add("failed"));
        stream.endHandler(end -> events.add("ended"));
        stream.handler(piece -> events.add(piece.toString()));
    }

    @Test
    void aStreamThatNobodyReadsTakesNoMemory() {
        stream.pause();
        stream.exceptionHandler(failure -> {});
        stream.endHandler(end -> {});
        assertThat(events).isEmpty();
    }

    @Test
    void theEndClosesThePacker() {
        listen();
        source.send("a");
        source.end();
        assertThat(events).containsExactly("open", "[a]", "close", "end", "ended");
    }

    @Test
    void aBackendThatBreaksOffClosesThePacker() {
        listen();
        source.send("a");
        source.fail();
        source.send("late");
        source.end();
        assertThat(events).startsWith("open", "[a]", "close", "failed").doesNotContain("end");
    }

    @Test
    void aClientThatGoesAwayClosesThePacker() {
        listen();
        source.send("a");
        stream.handler(null);
        source.send("late");
        assertThat(events).containsExactly("open", "[a]", "close");
    }

    @Test
    void aPackerThatFailsFailsTheStream() {
        listen();
        source.send("a");
        broken = new IllegalStateException("out of memory");
        source.send("b");
        source.end();
        assertThat(events).startsWith("open", "[a]", "close", "failed").doesNotContain("end");
    }
}
