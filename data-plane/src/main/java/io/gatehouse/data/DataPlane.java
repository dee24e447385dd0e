// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import io.gatehouse.contract.publish.Publications;
import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.data.compile.StagePlans;
import io.gatehouse.data.listen.Engine;
import io.gatehouse.data.listen.EngineHandler;
import io.gatehouse.data.listen.GuestDoor;
import io.gatehouse.data.listen.Health;
import io.gatehouse.data.listen.ListenOptions;
import io.gatehouse.data.listen.OwnPages;
import io.gatehouse.data.listen.RandomIds;
import io.gatehouse.data.listen.TrafficServer;
import io.gatehouse.data.metrics.Metrics;
import io.gatehouse.data.observe.ExecutionLog;
import io.gatehouse.data.observe.LogFiles;
import io.gatehouse.data.table.Feed;
import io.gatehouse.data.table.ServingTable;
import io.gatehouse.data.tls.TlsIdentity;
import io.gatehouse.data.upstream.AddressOverrides;
import io.gatehouse.data.upstream.BackendOptions;
import io.gatehouse.data.upstream.NameService;
import io.gatehouse.data.upstream.Names;
import io.gatehouse.data.upstream.VertxBackends;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A data plane: serves what is published, on a port of its own and on whatever server hands it requests.
 *
 * <pre>
 *   create --> catchUp, handler, listen (in any order) --> close
 * </pre>
 */
public final class DataPlane {
    private static final Logger LOG = Logger.getLogger(DataPlane.class);
    private static final long DRAIN_LOOK_MILLIS = 20;

    private final DataPlaneOptions options;
    private final ServingTable table = new ServingTable(RandomIds::chance);
    private final Health health = new Health(table);
    private final @Nullable LogFiles logs;
    private final Names names;
    private final AddressOverrides resolve;
    private final Metrics metrics = new Metrics(table::meters);
    private final Feed feed;
    private final Engine engine;
    private final List<EngineHandler> handlers = new CopyOnWriteArrayList<>();
    private final List<VertxBackends> guests = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService reader;
    private volatile @Nullable TrafficServer traffic;
    private boolean sourceLost;

    private DataPlane(DataPlaneOptions options, Publications publications, Credentials credentials, Clock clock) {
        this.options = options;
        LogOptions logging = options.logs();
        this.logs = logging == null ? null : new LogFiles(logging.directory(), logging.limits());
        StagePlans plans = new StagePlans(credentials, clock, options.bodyLimit(), logs);
        this.names = new Names(NameService.SYSTEM, options.backends().addressTtl());
        this.resolve = AddressOverrides.of(options.resolve());
        this.feed = new Feed(publications, plans, table);
        this.engine = new Engine(
                table,
                StagePlans.nowhere(),
                new RandomIds(),
                clock,
                options.bodyLimit(),
                logging == null || logs == null ? new ExecutionLog() : logging.watching(logs),
                new OwnPages(health, metrics, options.listen().metricsReaders()),
                options.listen());
        showGauges();
        this.reader = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("gatehouse-publications").daemon().factory());
    }

    private void showGauges() {
        metrics.gauge("gatehouse.requests.in.flight", "Requests begun and not ended.", this::inFlight);
        metrics.gauge("gatehouse.connections", "Open connections of the traffic port.", this::connections);
        metrics.counter(
                "gatehouse.log.lines.dropped",
                "Log lines given up because writing them could not keep up.",
                () -> logs == null ? 0 : logs.dropped());
        metrics.gauge("gatehouse.stages", "Stages that are served.", table::size);
        metrics.gauge("gatehouse.publication", "Number of the newest publication that is served.", table::sequence);
    }

    private int connections() {
        TrafficServer open = traffic;
        return open == null ? 0 : open.connections();
    }

    /**
     * A data plane that serves nothing yet. It begins at once to look for publications in the background, so that
     * what another control plane published is served without being told.
     *
     * @param publications what is to be served
     * @param credentials the keys that callers of AWS_IAM methods sign with
     * @param clock tells when requests arrive and how old signatures are
     */
    public static DataPlane create(
            DataPlaneOptions options, Publications publications, Credentials credentials, Clock clock) {
        DataPlane plane = new DataPlane(options, publications, credentials, clock);
        long pause = options.pollInterval().toMillis();
        plane.reader.scheduleWithFixedDelay(plane::look, pause, pause, TimeUnit.MILLISECONDS);
        return plane;
    }

    /**
     * Returns when everything is served that was published before the call. Blocks: not for event loops.
     *
     * @throws io.gatehouse.contract.publish.PublicationsUnavailableException when the source cannot be read
     */
    public void catchUp() {
        feed.catchUp();
        health.caughtUp();
    }

    /** An outage is told once, and its end once, however long it lasts. */
    private void look() {
        try {
            catchUp();
            if (sourceLost) {
                sourceLost = false;
                LOG.info("Publications can be read again");
            }
        } catch (RuntimeException e) {
            if (!sourceLost) {
                sourceLost = true;
                LOG.warn("Publications cannot be read; what was read before is served on", e);
            }
        }
    }

    /** The number of the newest publication that is served; 0 before the first. */
    public long sequence() {
        return table.sequence();
    }

    /** How many stages are served. */
    public int stages() {
        return table.size();
    }

    /**
     * A handler of invocations for a server that runs on {@code vertx}; {@link EngineHandler#takes} tells which
     * requests are its.
     */
    public EngineHandler handler(Vertx vertx) {
        VertxBackends backends = new VertxBackends(vertx, names, resolve, options.backends());
        guests.add(backends);
        return handler(vertx, backends);
    }

    private EngineHandler watched(Vertx vertx, VertxBackends backends) {
        metrics.watchLoop(vertx);
        return handler(vertx, backends);
    }

    private EngineHandler handler(Vertx vertx, VertxBackends backends) {
        EngineHandler handler = new EngineHandler(vertx, engine, backends);
        handlers.add(handler);
        return handler;
    }

    /** Guards the port of a server of the host's, whose requests {@link GuestDoor#admits} is asked for. */
    public GuestDoor guard(ListenOptions terms) {
        return new GuestDoor(terms, engine);
    }

    /**
     * Listens for traffic, on event loops of its own.
     *
     * @param port 0 for any free one
     * @return the port
     * @throws IllegalStateException when it cannot be bound, or when there is one already
     */
    public synchronized int listen(String host, int port) {
        if (traffic != null) {
            throw new IllegalStateException("already listening on port " + traffic.port());
        }
        BackendOptions share = options.backends().dividedBy(options.eventLoops());
        try {
            TrafficServer started = await(TrafficServer.start(
                    host,
                    port,
                    options.eventLoops(),
                    options.listen(),
                    vertx -> watched(vertx, new VertxBackends(vertx, names, resolve, share))));
            traffic = started;
            watchCertificate(started);
            return started.port();
        } catch (CompletionException e) {
            throw new IllegalStateException("Cannot listen on " + host + ":" + port, e.getCause());
        } catch (IllegalArgumentException unusable) {
            throw new IllegalStateException("Cannot listen on " + host + ":" + port, unusable);
        }
    }

    /** A certificate is renewed by replacing its files. */
    private void watchCertificate(TrafficServer server) {
        TlsIdentity tls = options.listen().tls();
        if (tls != null) {
            CertificateWatch watch = new CertificateWatch(tls, server);
            long pause = options.pollInterval().toMillis();
            reader.scheduleWithFixedDelay(watch::look, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** How many exchanges have begun and not ended. */
    public int inFlight() {
        return handlers.stream().mapToInt(EngineHandler::inFlight).sum();
    }

    /** How many lines of access and execution logs were dropped since the start instead of written. */
    public long droppedLogLines() {
        return logs == null ? 0 : logs.dropped();
    }

    /** From now on the probes are told that no request is wanted any more; everything is served all the same. */
    public void unready() {
        health.draining();
    }

    /**
     * Takes no new connection, lets exchanges in flight end, then closes everything.
     *
     * @param drain how long to wait for them at most
     */
    public synchronized void close(Duration drain) {
        unready();
        reader.shutdownNow();
        handlers.forEach(EngineHandler::drain);
        TrafficServer open = traffic;
        if (open != null) {
            open.drain(drain);
        }
        waitForExchanges(drain);
        if (open != null) {
            await(open.close());
            traffic = null;
        }
        guests.forEach(DataPlane::closeSoon);
        guests.clear();
        if (logs != null) {
            logs.close();
        }
        names.close();
    }

    /** Not waited for: the host's Vertx may have been closed before us, and then nothing ever completes on it. */
    private static void closeSoon(VertxBackends backends) {
        try {
            backends.close();
        } catch (RuntimeException e) {
            LOG.debug("Connections to backends were closed already", e);
        }
    }

    private void waitForExchanges(Duration drain) {
        long deadline = System.nanoTime() + drain.toNanos();
        try {
            while (inFlight() > 0 && System.nanoTime() - deadline < 0) {
                Thread.sleep(DRAIN_LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int left = inFlight();
        if (left > 0) {
            LOG.warnf("%d requests had not been answered after %s and are broken off", left, drain);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
