// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import java.io.Console;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The server from the moment it answers: says where it is, then waits until it is told to stop. */
@Dependent
class RunningServer implements QuarkusApplication {
    private final GatehouseConfig config;
    private final HttpServer server;
    private final Instance<TrafficListener> traffic;
    private final InstantSource clock = Clock.systemUTC();

    RunningServer(GatehouseConfig config, HttpServer server, Instance<TrafficListener> traffic) {
        this.config = config;
        this.server = server;
        this.traffic = traffic;
    }

    @Override
    public int run(String... args) {
        StopSignals.onFirst(() -> Quarkus.asyncExit(0));
        System.out.println(startBlock().text(isTerminal()));
        Quarkus.waitForExit();
        return 0;
    }

    private StartBlock startBlock() {
        return new StartBlock(
                Version.number(),
                config.host(),
                server.getPort(),
                traffic.isResolvable() ? traffic.get().boundPort() : config.trafficPort(),
                config.dataDir().toString(),
                Settings.database(config).shown(),
                config.managementAccess(),
                Duration.between(processStart(), clock.instant()));
    }

    private Instant processStart() {
        return ProcessHandle.current().info().startInstant().orElseGet(clock::instant);
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
