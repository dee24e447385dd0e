// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.contract.sigv4.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** A data plane that serves one API on a port of its own. */
final class Served implements AutoCloseable {
    final DataPlane plane;
    final int port;
    private final Definitions definitions = new Definitions();

    Served(DataPlaneOptions options, FrozenResource... resources) {
        plane = DataPlane.create(options, definitions, Credentials.development(), Clock.systemUTC());
        definitions.publish("dep1", resources);
        plane.catchUp();
        port = plane.listen("127.0.0.1", 0);
    }

    /** Replaces what is served. */
    void publish(Consumer<Definitions> change) {
        change.accept(definitions);
        plane.catchUp();
    }

    /** The raw path by which a resource of the API is called. */
    static String at(String path) {
        return "/restapis/" + Definitions.API + "/prod/_user_request_" + path;
    }

    /** A request without a body, as it is written on the wire. */
    static String get(String path) {
        return "GET " + at(path) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    @Override
    public void close() {
        plane.close(Duration.ZERO);
    }
}
