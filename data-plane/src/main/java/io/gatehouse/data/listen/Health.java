// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.data.table.ServingTable;
import io.vertx.core.http.HttpServerRequest;

/**
 * Answers the probes of what runs the program: live as long as it answers at all, ready from the first publication
 * read to the moment it is told to stop.
 *
 * <pre>
 *   starting --caught up--> ready --told to stop--> draining
 * </pre>
 */
public final class Health {
    private static final String LIVE = "/_gatehouse/health/live";
    private static final String READY = "/_gatehouse/health/ready";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private enum State {
        STARTING,
        READY,
        DRAINING
    }

    private final ServingTable table;
    private volatile State state = State.STARTING;

    /**
     * @param table what is served
     */
    public Health(ServingTable table) {
        this.table = table;
    }

    /** Everything that was published is served for the first time. */
    public void caughtUp() {
        if (state == State.STARTING) {
            state = State.READY;
        }
    }

    /** No new request is wanted any more. */
    public void draining() {
        state = State.DRAINING;
    }

    static boolean takes(String path) {
        return path.equals(LIVE) || path.equals(READY);
    }

    void answer(HttpServerRequest request, String path) {
        State now = state;
        boolean live = path.equals(LIVE);
        request.response()
                .setStatusCode(live || now == State.READY ? OK : UNAVAILABLE)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(live ? "{\"status\":\"live\"}" : readiness(now));
    }

    private String readiness(State now) {
        return switch (now) {
            case STARTING -> "{\"status\":\"starting\"}";
            case DRAINING -> "{\"status\":\"draining\"}";
            case READY ->
                "{\"status\":\"ready\",\"sequence\":" + table.sequence() + ",\"stages\":" + table.size() + "}";
        };
    }
}
