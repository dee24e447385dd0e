// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.match.Match;
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
import java.util.concurrent.ThreadLocalRandom;
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

    /** Whether a request on a port that is not the engine's alone addresses an API. */
    public boolean takes(HttpServerRequest request) {
        return Address.of(host(request.authority()), VertxInbound.pathOf(request)) != null;
    }

    /** How many exchanges have begun and not ended. */
    public int inFlight() {
        return inFlight.get();
    }

    /** From now on each HTTP/1.1 connection is closed after its next answer. */
    public void drain() {
        draining = true;
    }

    @Override
    public void handle(HttpServerRequest request) {
        try {
            start(request);
        } catch (RuntimeException e) {
            LOG.error("A request could not be taken", e);
            request.connection().close();
        }
    }

    private void start(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        String whole = VertxInbound.pathOf(request);
        Address address = Address.of(host(authority), whole);
        ServedStage stage = address == null ? null : stage(address);
        if (stage != null) {
            stage = stage.choose(ThreadLocalRandom.current()::nextDouble);
        }
        Match<Plan> match = address == null || stage == null
                ? null
                : stage.routes().find(request.method().name(), address.path());
        Plan plan = stage == null ? engine.nowhere() : match == null ? stage.unmatched() : match.value();

        String path = address == null ? whole : address.path();
        VertxInbound inbound = new VertxInbound(request, authority, path, engine.bodyLimit());
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
        Handler<Exchange> ended = over -> ended(over, request, inbound, outbound);
        FaultException refusal = refusal(address, stage, inbound);
        inFlight.incrementAndGet();
        if (refusal == null) {
            exchange.start(ended);
        } else {
            exchange.refuse(refusal, ended);
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

    private void ended(Exchange exchange, HttpServerRequest request, VertxInbound inbound, VertxOutbound outbound) {
        inFlight.decrementAndGet();
        engine.log().handle(exchange);
        if (request.response().closed() && inbound.isHttp2() || exchange.abandoned()) {
            return;
        }
        if (!request.response().ended()) {
            outbound.reset();
            return;
        }
        new Aftermath(vertx, request, engine.bodyLimit()).settle(inbound, outbound.closing());
    }
}
