// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * Packs the answer of a backend that is passed through, while it streams. Of unknown length, it counts as long. The
 * rest of its head stays as it is, validators included.
 */
public final class PackStreamStep implements Step {
    private final PackingRule rule;

    /**
     * @param minimum bytes that an answer must have to be packed
     */
    public PackStreamStep(int minimum) {
        this.rule = new PackingRule(minimum);
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        BackendAnswer answer = exchange.backendAnswer();
        ReadStream<Buffer> stream = answer.stream();
        if (stream == null) {
            return DONE;
        }
        Packing packing = rule.of(exchange, answer.status(), length(answer.headers()));
        if (packing != null) {
            MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(answer.headers());
            headers.remove("Content-Length");
            headers.set("Content-Encoding", packing.coding());
            exchange.backendAnswer(
                    BackendAnswer.streaming(answer.status(), headers, new PackedStream(stream, packing::packer)));
        }
        return DONE;
    }

    private static long length(MultiMap headers) {
        String declared = headers.contains("Transfer-Encoding") ? null : headers.get("Content-Length");
        return declared == null ? -1 : number(declared);
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? -1 : Long.parseLong(text.strip());
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }
}
