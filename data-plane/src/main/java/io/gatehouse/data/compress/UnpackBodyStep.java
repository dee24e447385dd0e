// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.pipeline.Workers;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * Unpacks the body of a client that sends it with {@code Content-Encoding}, and buffers it for that, so that no
 * backend sees the beginning of a body that turns out broken. Every other body is left to stream. Stands behind
 * the check of signatures, which are made over the body as it was sent (developer guide, "Call an API method with a
 * compressed payload").
 */
public final class UnpackBodyStep implements Step {
    /** What is tried on the event loop: a packed body does not tell how long it really is. */
    private static final int TRIED = 64 * 1024;

    private final int limit;

    /**
     * @param limit bytes at most, of the body as sent and as unpacked
     */
    public UnpackBodyStep(int limit) {
        this.limit = limit;
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        MultiMap headers = exchange.inbound().headers();
        if (headers.get("Content-Encoding") == null) {
            return DONE;
        }
        List<PackedAs> codings = PackedAs.parse(headers.getAll("Content-Encoding"));
        if (codings.isEmpty()) {
            return DONE;
        }
        Buffer buffered = exchange.body();
        Future<Buffer> sent =
                buffered == null ? exchange.inbound().bufferedBody(limit) : Future.succeededFuture(buffered);
        return sent.compose(body -> unpacked(body, codings)).map(body -> {
            exchange.body(body);
            return null;
        });
    }

    private Future<Buffer> unpacked(Buffer body, List<PackedAs> codings) {
        if (body.length() == 0) {
            return Future.succeededFuture(body);
        }
        if (!Workers.worthLeaving(body.length())) {
            try {
                return Future.succeededFuture(Unpacking.unpack(body, codings, Math.min(limit, TRIED)));
            } catch (Unpacking.TooLong longer) {
                if (limit <= TRIED) {
                    return Future.failedFuture(tooLarge());
                }
            }
        }
        return Workers.call(() -> whole(body, codings));
    }

    private Buffer whole(Buffer body, List<PackedAs> codings) {
        try {
            return Unpacking.unpack(body, codings, limit);
        } catch (Unpacking.TooLong bomb) {
            throw tooLarge();
        }
    }

    private static FaultException tooLarge() {
        return FaultException.of(FaultKind.REQUEST_TOO_LARGE);
    }
}
