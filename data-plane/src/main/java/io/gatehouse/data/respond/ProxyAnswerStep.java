// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import io.gatehouse.data.headers.ResponseHeaders;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Passes a backend's answer to the client: status, headers but for the renamed ones, and the body as it comes. */
public final class ProxyAnswerStep implements Step {

    @Override
    public Future<Void> apply(Exchange exchange) {
        BackendAnswer answer = exchange.backendAnswer();
        MultiMap headers = exchange.outbound().headers();
        exchange.outbound().status(answer.status());
        ResponseHeaders.forward(answer.headers(), headers);
        GatewayHeaders.set(exchange, true);
        String length = answer.headers().get("Content-Length");
        if (length != null && answer.headers().get("Transfer-Encoding") == null) {
            headers.set("Content-Length", length);
        }
        ReadStream<Buffer> stream = answer.stream();
        Buffer body = answer.body();
        return stream != null
                ? exchange.outbound().stream(stream)
                : exchange.outbound().send(body == null ? Buffer.buffer() : body);
    }
}
