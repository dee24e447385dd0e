// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.gateway;

import io.gatehouse.benchmarks.machine.FreePort;
import io.gatehouse.benchmarks.machine.Nginx;
import io.gatehouse.benchmarks.machine.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the proxies stand in front of: an nginx that answers from memory and reads what it is sent. */
final class Backend implements AutoCloseable {
    private static final int SMALL_BYTES = 1_000;
    private static final int LARGE_BYTES = 1_000_000;
    private static final String HTTP = """
            access_log off;
            server {
                listen 127.0.0.1:%1$d backlog=16384;
                location /small { default_type application/json; return 200 "%2$s"; }
                # Reads the body to its end before it answers; `return` would answer at once.
                location /up {
                    client_body_buffer_size 2m;
                    proxy_pass_request_body off;
                    proxy_set_header Content-Length "";
                    proxy_pass http://127.0.0.1:%1$d/small;
                }
                location /down { default_type application/octet-stream; alias %3$s; }
            }""";

    private final ServerProcess server;
    private final int port;

    private Backend(ServerProcess server, int port) {
        this.server = server;
        this.port = port;
    }

    static Backend start(Path folder) throws InterruptedException {
        int port = FreePort.find();
        Path large = folder.resolve("large");
        try {
            Files.createDirectories(folder);
            Files.write(large, new byte[LARGE_BYTES]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Backend(Nginx.start(folder, HTTP.formatted(port, "x".repeat(SMALL_BYTES), large), port), port);
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        server.close();
    }
}
