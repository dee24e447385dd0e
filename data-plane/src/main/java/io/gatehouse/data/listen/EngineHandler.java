// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.match.Match;
import io.gatehouse.data.metrics.RefusalReason;
import io.gatehouse.data.pipeline.Backends;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Plan;
import io.gatehouse.data.pipeline.RequestIds;
import io.gatehouse.data.table.ServedStage;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Serves invocations on one Vertx instance, whichever server they come in by: finds the stage, the route and its
 * plan, and runs it.
 */
public final class EngineHandler implements Handler<HttpServerRequest> {
    private static final Logger LOG = Logger.getLogger(EngineHandler.class);

    private static final FaultException UNKNOWN_STAGE =
            FaultException.of(FaultKind.ACCESS_DENIED, "Forbidden", "ForbiddenException");
    private static final FaultException NO_ADDRESS = FaultException.of(
            FaultKind.RESOURCE_NOT_FOUND,
            "No API is addressed. Use the host {api}.execute-api.{any domain}, or the path"
                    + " /restapis/{api}/{stage}/_user_request_/{path} or /_aws/execute-api/{api}/{stage}/{path}");
    private static final FaultException TOO_LARGE = FaultException.of(FaultKind.REQUEST_TOO_LARGE);

    private final Vertx vertx;
    private final Engine engine;
    private final Backends backends;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean draining;

    /**
     * @param vertx whose event loops run the exchanges
     * @param backends connections of the same Vertx instance
     */
    public EngineHandler(Vertx vertx, Engine engine, Backends backends) {
        this.vertx = vertx;
        this.engine = engine;
        this.backends = backends;
    }

    /** Whether a request on a port that is not the engine's alone addresses an API, or asks how the engine is. */
    public boolean takes(HttpServerRequest request) {
        String path = VertxInbound.pathOf(request);
        return Address.of(host(request.authority()), path) != null
                || engine.own().takes(request, path);
    }

    /** How many exchanges have begun and not ended. */
    public int inFlight() {
        return inFlight.get();
    }

    /** From now on each HTTP/1.1 connection is closed after its next answer. */
    public void drain() {
        draining = true;
    }

    /** Answers what the HTTP parser could make nothing of. */
    void unreadable(HttpServerRequest request) {
        if (Doorkeeper.isClosing(request.connection())) {
            return;
        }
        refuse(request, Refusal.of(request.decoderResult().cause()));
    }

    private void refuse(HttpServerRequest request, Refusal refusal) {
        engine.own().refused(refusal.reason());
        refusal.answer(request, engine.ids().next(null, engine.clock().millis()));
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (Doorkeeper.isClosing(request.connection())) {
            return;
        }
        try {
            Refusal refusal = Doorkeeper.isUnwelcome(request.connection())
                    ? Refusal.TOO_MANY_CONNECTIONS
                    : HeadCheck.refusal(request);
            if (refusal == null) {
                start(request);
            } else {
                refuse(request, refusal);
            }
        } catch (RuntimeException e) {
            LOG.error("A request could not be taken", e);
            request.connection().close();
        }
    }

    private void start(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        String whole = VertxInbound.pathOf(request);
        Address address = Address.of(host(authority), whole);
        if (address == null && engine.own().takes(request, whole)) {
            engine.own().answer(vertx, request, whole);
            return;
        }
        ServedStage stage = address == null ? null : stage(address);
        Match<Plan> match = address == null || stage == null
                ? null
                : stage.routes().find(request.method().name(), address.path());
        if (stage == null) {
            engine.own().refused(address == null ? RefusalReason.NO_ADDRESS : RefusalReason.NO_STAGE);
        }
        Plan plan = stage == null ? engine.nowhere() : match == null ? stage.unmatched() : match.value();

        String path = address == null ? whole : address.path();
        VertxInbound inbound = new VertxInbound(vertx, request, authority, path, engine);
        VertxOutbound outbound = new VertxOutbound(request, inbound, () -> draining);
        long now = engine.clock().millis();
        RequestIds ids = engine.ids().next(request.getHeader("X-Amzn-Trace-Id"), now);
        Map<String, String> pathParameters = match == null ? Map.of() : match.pathParameters();
        Exchange exchange = new Exchange(plan, inbound, outbound, backends, ids, pathParameters, now);
        request.response().closeHandler(closed -> {
            if (!request.response().ended()) {
                exchange.abandon();
            }
        });
        inbound.onStall(() -> stalled(exchange, request, outbound));
        Handler<Exchange> ended = over -> ended(over, request, inbound, outbound);
        FaultException refusal = refusal(address, stage, inbound);
        inFlight.incrementAndGet();
        if (refusal == null) {
            exchange.start(ended);
        } else {
            exchange.refuse(refusal, ended);
        }
    }

    /** The client has stopped sending: nobody can wait for the rest. */
    private void stalled(Exchange exchange, HttpServerRequest request, VertxOutbound outbound) {
        exchange.abandon();
        if (outbound.headSent()) {
            outbound.reset();
        } else {
            outbound.headers().clear();
            refuse(request, Refusal.TOO_SLOW);
        }
    }

    private static @Nullable String host(@Nullable HostAndPort authority) {
        return authority == null ? null : authority.host();
    }

    /** A client may write a host in capitals; the API's identifier is then meant in small letters. */
    private @Nullable ServedStage stage(Address address) {
        ServedStage stage = engine.table().find(address.apiId(), address.stage());
        return stage != null ? stage : engine.table().find(address.apiId().toLowerCase(Locale.ROOT), address.stage());
    }

    private static @Nullable FaultException refusal(
            @Nullable Address address, @Nullable ServedStage stage, VertxInbound inbound) {
        if (address == null) {
            return NO_ADDRESS;
        }
        if (stage == null) {
            return UNKNOWN_STAGE;
        }
        return inbound.declaresTooMuch() ? TOO_LARGE : null;
    }

    /** A log that fails must not leave its client's connection in disorder. */
    private void tell(Exchange exchange) {
        exchange.endedAt(engine.clock().millis());
        try {
            engine.log().handle(exchange);
            exchange.plan().ended(exchange);
        } catch (RuntimeException e) {
            LOG.error("An exchange that has ended could not be logged", e);
        }
    }

    private void ended(Exchange exchange, HttpServerRequest request, VertxInbound inbound, VertxOutbound outbound) {
        tell(exchange);
        inFlight.decrementAndGet();
        if (request.response().closed() && inbound.isHttp2() || exchange.abandoned()) {
            return;
        }
        if (!request.response().ended()) {
            outbound.reset();
            return;
        }
        new Aftermath(vertx, request, engine.bodyLimit(), engine.listen().bodyTimeout())
                .settle(inbound, outbound.closing());
    }
}
