// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import java.io.Console;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The server from the moment it answers: says where it is, then waits until it is told to stop.
 *
 * <pre>
 * serving --signal--> unready --drain delay--> draining --last answer sent, or drain timeout--> closed (exit code 0)
 *                        |
 *                        +-- second signal --> gone at once (128 + number of the signal)
 * </pre>
 */
@Dependent
class RunningServer implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(RunningServer.class);
    private static final int UNAVAILABLE = 503;
    private static final String PROBES = "/_gatehouse/health/";

    private final GatehouseConfig config;
    private final HttpServer tools;
    private final Router router;
    private final Instance<TrafficListener> traffic;
    private final CompletableFuture<Void> trafficDrained = new CompletableFuture<>();

    RunningServer(GatehouseConfig config, HttpServer tools, Router router, Instance<TrafficListener> traffic) {
        this.config = config;
        this.tools = tools;
        this.router = router;
        this.traffic = traffic;
    }

    @Override
    public int run(String... args) throws InterruptedException {
        StopSignals.onFirst(this::drain);
        Knock.at(config.host(), tools.getPort());
        System.out.println(startBlock().text(isTerminal()));
        Quarkus.waitForExit();
        awaitTraffic();
        // Quarkus now waits for the requests in flight on its own server, quarkus.shutdown.timeout at most.
        return 0;
    }

    /** The probes are told first; then both ports stop taking requests before either is waited for. */
    private void drain() {
        if (traffic.isResolvable()) {
            traffic.get().unready();
        }
        pause(config.drainDelay());
        System.out.println("Gatehouse is stopping: requests in flight have "
                + config.drainTimeout().toMillis() / 1000.0 + " s to finish; Ctrl-C again ends at once.");
        router.route().order(Integer.MIN_VALUE).handler(this::refuse);
        if (traffic.isResolvable()) {
            traffic.get().drain().whenComplete((done, problem) -> trafficDrained.complete(null));
        } else {
            trafficDrained.complete(null);
        }
        Quarkus.asyncExit(0);
    }

    private void refuse(RoutingContext context) {
        String path = context.request().path();
        if (path != null && path.startsWith(PROBES)) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(UNAVAILABLE)
                .putHeader("Connection", "close")
                .end();
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitTraffic() throws InterruptedException {
        try {
            trafficDrained.get(config.drainTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn(
                    "Requests on the traffic port were still in flight when the drain timeout ended; they are cut off");
        }
    }

    private StartBlock startBlock() {
        return new StartBlock(
                Version.number(),
                config.host(),
                tools.getPort(),
                new StartBlock.Traffic(
                        traffic.isResolvable() ? traffic.get().boundPort() : config.trafficPort(),
                        config.tlsCert().isPresent()),
                config.dataDir().toString(),
                Settings.database(config).shown(),
                config.managementAccess(),
                sinceProcessStart());
    }

    /** As the virtual machine counts it; the system's own start time of a process is good to a second only. */
    private static Duration sinceProcessStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    @SuppressWarnings("SystemConsoleNull") // It can be null all the same, where no console provider is installed.
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
