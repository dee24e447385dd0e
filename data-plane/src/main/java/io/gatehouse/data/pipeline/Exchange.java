// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.gatehouse.data.vtl.TemplateContext;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request in flight, from its head to the end of its answer. Belongs to one event loop; no field is safe
 * from another thread. Runs its plan itself: it is the cursor.
 *
 * <pre>
 *   REQUEST --steps done--> RESPONSE --steps done--> ENDED
 *      \                       /                       ^
 *       `---- a step failed --'----> FAULT --done------'
 * </pre>
 */
public final class Exchange implements Handler<AsyncResult<Void>> {

    private enum Phase {
        REQUEST,
        RESPONSE,
        FAULT,
        ENDED
    }

    private final Plan plan;
    private final Inbound inbound;
    private final Outbound outbound;
    private final Backends backends;
    private final Map<String, String> pathParameters;
    private final long receivedAt;
    private final Timing timing;

    private RequestIds ids;
    private Step[] steps;
    private int cursor;
    private Phase phase = Phase.REQUEST;
    private @Nullable Handler<Exchange> onEnd;
    private @Nullable Runnable cancellation;
    private boolean abandoned;
    private boolean brokenOff;

    private @Nullable Buffer body;
    private @Nullable QueryString query;
    private @Nullable Caller caller;
    private @Nullable Map<String, Object> context;
    private @Nullable TemplateContext templateContext;
    private @Nullable Buffer payload;
    private @Nullable BackendRequest backendRequest;
    private @Nullable BackendAnswer backendAnswer;
    private @Nullable Buffer answerBody;
    private @Nullable Throwable failure;
    private @Nullable Trace trace;
    private long endedAt;

    /**
     * @param pathParameters the path's variables by name, still percent-encoded
     * @param receivedAt when the head arrived, milliseconds since the epoch
     */
    public Exchange(
            Plan plan,
            Inbound inbound,
            Outbound outbound,
            Backends backends,
            RequestIds ids,
            Map<String, String> pathParameters,
            long receivedAt) {
        this.plan = plan;
        this.inbound = inbound;
        this.outbound = outbound;
        this.backends = backends;
        this.ids = ids;
        this.pathParameters = pathParameters;
        this.receivedAt = receivedAt;
        this.timing = new Timing(plan.meter());
        this.steps = plan.request;
    }

    /**
     * Runs the plan.
     *
     * @param ended told once, when the answer is complete or the connection is lost
     */
    public void start(Handler<Exchange> ended) {
        this.onEnd = ended;
        advance();
    }

    /**
     * Runs the fault steps alone: the request is refused before any step of the plan has seen it.
     *
     * @param cause why
     * @param ended told once, when the answer is complete or the connection is lost
     */
    public void refuse(Throwable cause, Handler<Exchange> ended) {
        this.onEnd = ended;
        fail(cause);
        advance();
    }

    /** A step's future has completed; goes on with the next. */
    @Override
    public void handle(AsyncResult<Void> step) {
        if (phase == Phase.ENDED) {
            return;
        }
        if (step.failed()) {
            fail(step.cause());
        }
        advance();
    }

    private void advance() {
        while (phase != Phase.ENDED) {
            if (cursor == steps.length) {
                leavePhase();
                continue;
            }
            Future<Void> result;
            try {
                result = steps[cursor++].apply(this);
            } catch (RuntimeException | StackOverflowError thrown) {
                fail(thrown);
                continue;
            }
            if (result == Step.DONE || result.succeeded()) {
                continue;
            }
            if (result.failed()) {
                fail(result.cause());
                continue;
            }
            result.onComplete(this);
            return;
        }
    }

    private void leavePhase() {
        switch (phase) {
            case REQUEST -> enter(Phase.RESPONSE, plan.response);
            case RESPONSE, FAULT -> end();
            case ENDED -> {}
        }
    }

    private void enter(Phase next, Step[] itsSteps) {
        phase = next;
        steps = itsSteps;
        cursor = 0;
    }

    private void fail(Throwable cause) {
        if (outbound.gone()) {
            // What fails once the client has gone, fails because of that.
            abandon();
            return;
        }
        if (abandoned || phase == Phase.FAULT || outbound.headSent()) {
            if (failure == null) {
                failure = cause;
            }
            cancelBackend();
            brokenOff = !abandoned;
            outbound.reset();
            end();
            return;
        }
        failure = cause;
        cancelBackend();
        enter(Phase.FAULT, plan.fault);
    }

    private void end() {
        phase = Phase.ENDED;
        timing.end();
        cancellation = null;
        Handler<Exchange> told = onEnd;
        onEnd = null;
        if (told != null) {
            told.handle(this);
        }
    }

    /** The client has gone: cancels what runs for it and answers nobody. */
    public void abandon() {
        if (phase == Phase.ENDED) {
            return;
        }
        abandoned = true;
        cancelBackend();
        end();
    }

    private void cancelBackend() {
        Runnable cancel = cancellation;
        cancellation = null;
        if (cancel != null) {
            cancel.run();
        }
    }

    /** Says how to stop the backend call in flight; {@code null} when there is none any more. */
    public void cancellation(@Nullable Runnable cancel) {
        this.cancellation = cancel;
        if (abandoned) {
            cancelBackend();
        }
    }

    public Plan plan() {
        return plan;
    }

    public Inbound inbound() {
        return inbound;
    }

    public Outbound outbound() {
        return outbound;
    }

    public Backends backends() {
        return backends;
    }

    public RequestIds ids() {
        return ids;
    }

    public void ids(RequestIds named) {
        this.ids = named;
    }

    /** The path's variables by name, still percent-encoded. */
    public Map<String, String> pathParameters() {
        return pathParameters;
    }

    /** When the head arrived, milliseconds since the epoch. */
    public long receivedAt() {
        return receivedAt;
    }

    /** The client's body; {@code null} unless a step of the plan buffered it. */
    public @Nullable Buffer body() {
        return body;
    }

    public void body(Buffer whole) {
        this.body = whole;
    }

    /** The query's parameters, decoded when they are first asked for. */
    public QueryString query() {
        QueryString parsed = query;
        if (parsed == null) {
            parsed = QueryString.parse(inbound.rawQuery());
            query = parsed;
        }
        return parsed;
    }

    /** Who signed the request; {@code null} when nobody had to. */
    public @Nullable Caller caller() {
        return caller;
    }

    public void caller(Caller verified) {
        this.caller = verified;
    }

    /** The context variables as expressions read them; made when they are first asked for. */
    public Map<String, Object> context() {
        Map<String, Object> tree = context;
        if (tree == null) {
            tree = plan.contextVariables().of(this);
            context = tree;
        }
        return tree;
    }

    /** What templates have set; {@code null} unless one could. */
    public @Nullable TemplateContext templatesSoFar() {
        return templateContext;
    }

    /** What templates read and set; handed on from the request's templates to the response's. */
    public TemplateContext templateContext() {
        TemplateContext shared = templateContext;
        if (shared == null) {
            shared = new TemplateContext(context());
            templateContext = shared;
        }
        return shared;
    }

    /** What the request's templates made of the client's body; empty before. */
    public Buffer payload() {
        Buffer made = payload;
        return made == null ? Buffer.buffer(0) : made;
    }

    public void payload(Buffer made) {
        this.payload = made;
    }

    /** What is to be sent to the backend; there must be one. */
    public BackendRequest backendRequest() {
        return Objects.requireNonNull(backendRequest, "no step has made the backend's request");
    }

    public void backendRequest(BackendRequest made) {
        this.backendRequest = made;
    }

    /** What the integration answered; there must be an answer. */
    public BackendAnswer backendAnswer() {
        return Objects.requireNonNull(backendAnswer, "no step has asked the integration");
    }

    /** Whether the integration has answered. */
    public boolean answered() {
        return backendAnswer != null;
    }

    public void backendAnswer(BackendAnswer answer) {
        this.backendAnswer = answer;
    }

    /** The whole body for the client, when a step has made one; empty before. */
    public Buffer answerBody() {
        Buffer made = answerBody;
        return made == null ? Buffer.buffer(0) : made;
    }

    public void answerBody(Buffer made) {
        this.answerBody = made;
    }

    /** Why the exchange failed; {@code null} while it has not. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** Whether the client left before the answer was complete. */
    public boolean abandoned() {
        return abandoned;
    }

    /** What is told of the exchange while it runs; {@code null} unless a step of the plan began it. */
    public @Nullable Trace trace() {
        return trace;
    }

    public void trace(Trace begun) {
        this.trace = begun;
    }

    /** When the answer was complete or the connection lost, milliseconds since the epoch; 0 before. */
    public long endedAt() {
        return endedAt;
    }

    public void endedAt(long millis) {
        this.endedAt = millis;
    }

    /** Whether the exchange failed when no other answer could be given any more, and its client was cut off. */
    public boolean brokenOff() {
        return brokenOff;
    }

    /** How long it takes, and the call of its backend. */
    public Timing timing() {
        return timing;
    }

    /** How long the backend took, in nanoseconds; -1 when it was not called. */
    public long integrationNanos() {
        return timing.integrationNanos();
    }
}
