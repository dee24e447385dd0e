// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.gateway;

/** One kind of work for a proxy. */
enum Scenario {
    ONE_RESOURCE("1 kB, 1 resource", Paths.ONE, "/r", "GET", 0, 0),
    THOUSAND_RESOURCES("1 kB, 1,000 resources", Paths.THOUSAND, "/r", "GET", 0, 0),
    TEN_THOUSAND_RESOURCES("1 kB, 10,000 resources", Paths.TEN_THOUSAND, "/r", "GET", 0, 0),
    DOWN("1 MB down", Paths.ONE, "/down", "GET", 0, 0),
    UP("1 MB up", Paths.ONE, "/up", "POST", 1_000_000, 0),
    IDLE("1 kB, 5,000 idle connections", Paths.ONE, "/r", "GET", 0, 5_000);

    private static final int BUSY_CONNECTIONS = 64;

    /** How many resources the API has. */
    enum Paths {
        ONE(1),
        THOUSAND(1_000),
        TEN_THOUSAND(10_000);

        final int number;

        Paths(int number) {
            this.number = number;
        }

        /** The identifier of the API with that many resources, and the name of nginx' server. */
        String id() {
            return "bench" + number;
        }

        /** The value of a request's Host header. */
        String host() {
            return id() + ".execute-api.localhost";
        }
    }

    final String label;
    final Paths paths;
    /** What a path has before its number. */
    final String prefix;

    final String method;
    final int bodyBytes;
    final int idleConnections;

    Scenario(String label, Paths paths, String prefix, String method, int bodyBytes, int idleConnections) {
        this.label = label;
        this.paths = paths;
        this.prefix = prefix;
        this.method = method;
        this.bodyBytes = bodyBytes;
        this.idleConnections = idleConnections;
    }

    /** Connections that send one request after the other. */
    int busyConnections() {
        return BUSY_CONNECTIONS;
    }

    /** How many paths the requests go to, one after the other. */
    int pathCount() {
        return prefix.equals("/r") ? paths.number : 1;
    }
}
