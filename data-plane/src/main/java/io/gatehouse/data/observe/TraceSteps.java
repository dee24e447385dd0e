// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.data.headers.MediaTypes;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.BackendRequest;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Inbound;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.pipeline.Trace;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * The steps that tell of an exchange while it runs, in the words of AWS's execution log (developer guide, "Set up CloudWatch logging
 * for REST APIs"). A plan has them between the others where its route is logged; {@link ExecutionLines} says how it ended.
 */
public final class TraceSteps {
    private final Clock clock;

    /**
     * @param clock tells when something happens
     */
    public TraceSteps(Clock clock) {
        this.clock = clock;
    }

    /** The caller may call: the method begins. */
    public Step started() {
        return this::start;
    }

    private Future<Void> start(Exchange exchange) {
        Trace trace = new Trace(clock);
        exchange.trace(trace);
        ApiIdentity api = exchange.plan().api().identity();
        Inbound inbound = exchange.inbound();
        String stage = api.apiId() + "/" + api.stage();
        String id = exchange.ids().requestId();
        trace.line("Extended Request Id: " + exchange.ids().extendedRequestId());
        trace.line("Verifying Usage Plan for request: " + id + ". API Key:  API Stage: " + stage);
        trace.line("API Key  authorized because method '" + inbound.verb() + " "
                + exchange.plan().route().template()
                + "' does not require API Key. Request will not contribute to throttle or quota limits");
        trace.line("Usage Plan check succeeded for API Key  and API Stage " + stage);
        trace.line("Starting execution for request: " + id);
        trace.line("HTTP Method: " + inbound.verb() + ", Resource Path: " + inbound.rawPath());
        return Step.DONE;
    }

    /** What the client has sent; its body is buffered. */
    public Step methodRequest() {
        return exchange -> {
            Trace trace = exchange.trace();
            if (trace != null) {
                trace.line("Method request path: " + TraceText.path(exchange.pathParameters()));
                trace.line("Method request query string: " + TraceText.query(exchange.query()));
                trace.line("Method request headers: "
                        + TraceText.headers(exchange.inbound().headers()));
                trace.line("Method request body before transformations: " + TraceText.body(exchange.body()));
            }
            return Step.DONE;
        };
    }

    /** The request is what its method asks for. */
    public Step validated() {
        return exchange -> {
            Trace trace = exchange.trace();
            if (trace != null) {
                trace.line("Request validation succeeded for content type "
                        + MediaTypes.essence(exchange.inbound().headers().get("Content-Type")));
            }
            return Step.DONE;
        };
    }

    /** What goes to the backend. */
    public Step endpointRequest() {
        return exchange -> {
            Trace trace = exchange.trace();
            if (trace != null) {
                BackendRequest request = exchange.backendRequest();
                String uri = TraceText.uri(request);
                trace.line("Endpoint request URI: " + uri);
                trace.line("Endpoint request headers: " + TraceText.headers(request.headers()));
                trace.line("Endpoint request body after transformations: " + TraceText.body(request.body()));
                trace.line("Sending request to " + uri);
            }
            return Step.DONE;
        };
    }

    /** The backend has answered. */
    public Step endpointAnswered() {
        return exchange -> {
            Trace trace = exchange.trace();
            if (trace != null) {
                long millis = TimeUnit.NANOSECONDS.toMillis(exchange.integrationNanos());
                trace.line("Received response. Status: "
                        + exchange.backendAnswer().status() + ", Integration latency: " + millis + " ms");
            }
            return Step.DONE;
        };
    }

    /** What the backend has answered. A body that streams to the client goes on streaming; its beginning is kept. */
    public Step endpointResponse() {
        return exchange -> {
            Trace trace = exchange.trace();
            if (trace != null) {
                BackendAnswer answer = exchange.backendAnswer();
                trace.line("Endpoint response headers: " + TraceText.headers(answer.headers()));
                ReadStream<Buffer> stream = answer.stream();
                if (stream != null) {
                    ListenedStream listened = new ListenedStream(stream, TraceFile.LONGEST + 1);
                    exchange.backendAnswer(BackendAnswer.streaming(answer.status(), answer.headers(), listened));
                    trace.backendBody(listened.beginning());
                }
            }
            return Step.DONE;
        };
    }
}
