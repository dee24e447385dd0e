// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's nginx, one worker, in the foreground. */
public final class Nginx {
    private static final String FRAME = """
            daemon off;
            user root;
            worker_processes 1;
            worker_rlimit_nofile 65536;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 16384; }
            http {
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                keepalive_requests 1000000000;
                keepalive_timeout 600s;
                client_max_body_size 0;
                sendfile on;
                tcp_nopush on;
                tcp_nodelay on;
            %2$s
            }
            """;

    private Nginx() {}

    /**
     * Starts nginx.
     *
     * @param folder for its files, made when it is not there
     * @param http the directives of the {@code http} block
     * @param port that one of its servers listens on
     */
    public static ServerProcess start(Path folder, String http, int port) throws InterruptedException {
        Path program = Tools.require("nginx");
        Path file = folder.resolve("nginx.conf");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, FRAME.formatted(folder, http.indent(4)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ServerProcess.start(
                List.of(program.toString(), "-p", folder.toString(), "-c", file.toString()),
                folder.resolve("output.log"),
                port);
    }
}
