// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives the port of a host's own server what the traffic port has: a number of connections at most with an orderly
 * refusal, and times for heads and for idleness. Such a server lets nobody stand where connections are accepted, but a
 * connection knows what accepted it: the doorkeeper takes its place with the first request.
 */
public final class GuestDoor {
    private static final AttributeKey<Boolean> WATCHED = AttributeKey.valueOf("gatehouse.watched");

    private final ListenOptions terms;
    private final Doorkeeper doorkeeper;
    private final Engine engine;
    private final AtomicBoolean guarded = new AtomicBoolean();

    /**
     * @param terms what clients may do there
     * @param engine names the requests that are refused
     */
    public GuestDoor(ListenOptions terms, Engine engine) {
        this.terms = terms;
        this.doorkeeper = new Doorkeeper(terms);
        this.engine = engine;
    }

    /** Whether a request may go on; it has been answered otherwise. To be asked first, on the request's event loop. */
    public boolean admits(HttpServerRequest request) {
        if (!(request.connection() instanceof ConnectionBase base)) {
            return true;
        }
        Channel channel = base.channel();
        if (!channel.hasAttr(WATCHED)) {
            channel.attr(WATCHED).set(true);
            guard(channel);
            Watches.place(base, terms, 1);
        }
        if (Doorkeeper.isClosing(request.connection())) {
            return false;
        }
        if (Doorkeeper.isUnwelcome(request.connection())) {
            engine.own().refused(Refusal.TOO_MANY_CONNECTIONS.reason());
            Refusal.TOO_MANY_CONNECTIONS.answer(
                    request, engine.ids().next(null, engine.clock().millis()));
            return false;
        }
        return true;
    }

    private void guard(Channel channel) {
        Channel listener = channel.parent();
        if (listener != null && guarded.compareAndSet(false, true)) {
            listener.pipeline().addFirst(doorkeeper);
        }
        if (!Doorkeeper.knows(channel)) {
            doorkeeper.enroll(channel);
        }
    }

    /** How many connections there are. */
    public int connections() {
        return doorkeeper.open();
    }
}
