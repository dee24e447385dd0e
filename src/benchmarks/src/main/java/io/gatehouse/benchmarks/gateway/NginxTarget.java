// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.gateway;

import io.gatehouse.benchmarks.machine.FreePort;
import io.gatehouse.benchmarks.machine.Nginx;
import io.gatehouse.benchmarks.machine.ServerProcess;
import java.nio.file.Path;
import java.util.Set;

/** The baseline: nginx with a location per resource, connections to the backend that are kept, and a buffered access log. */
final class NginxTarget {
    private static final String HTTP = """
            access_log %1$s/access.log combined buffer=64k flush=1s;
            server_names_hash_bucket_size 128;
            upstream backend {
                server 127.0.0.1:%2$d;
                keepalive 256;
                keepalive_requests 1000000000;
            }
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_request_buffering off;
            %3$s""";

    private NginxTarget() {}

    static ServerProcess start(Path folder, int port, int backendPort, Set<Scenario.Paths> sizes)
            throws InterruptedException {
        StringBuilder servers = new StringBuilder();
        for (Scenario.Paths paths : sizes) {
            server(servers, paths, port);
        }
        return Nginx.start(folder, HTTP.formatted(folder, backendPort, servers), port);
    }

    static int freePort() {
        return FreePort.find();
    }

    private static void server(StringBuilder text, Scenario.Paths paths, int port) {
        text.append("server {\n")
                .append("listen 127.0.0.1:" + port + (paths == Scenario.Paths.ONE ? " backlog=16384" : "") + ";\n")
                .append("server_name " + paths.host() + ";\n");
        for (int number = 1; number <= paths.number; number++) {
            location(text, "/r" + number, "/small");
        }
        location(text, "/down1", "/down");
        location(text, "/up1", "/up");
        text.append("}\n");
    }

    private static void location(StringBuilder text, String path, String target) {
        text.append("location = /" + Definitions.STAGE + path + " { proxy_pass http://backend" + target + "; }\n");
    }
}
