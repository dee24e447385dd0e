// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/**
 * The program is killed (SIGKILL) at a random moment while clients write, again and again on the same data. How often is the
 * system property {@code kills}, when is drawn from the property {@code seed}, which each run prints.
 */
final class KilledIT {
    private static final Logger LOG = Logger.getLogger(KilledIT.class.getName());
    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    /** On a busy machine without ahead-of-time compiled classes; how long it really took is printed. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int EARLIEST_MILLIS = 100;
    private static final int LATEST_MILLIS = 3_000;

    private final Random random = new Random(SEED);
    private final List<PromisedWriter> everybody = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();

    /** Looks at what a killed program has left. */
    @FunctionalInterface
    private interface Inspection {
        void run() throws Exception;
    }

    @Test
    void inItsFileNothingAcknowledgedIsLostAndNothingIsHalfThere(@TempDir Path scratch) throws Exception {
        long started = System.nanoTime();
        try (GatehouseProgram program = GatehouseProgram.start(GatehouseOptions.defaults())) {
            long empty = millisSince(started);
            for (int kill = 1; kill <= KILLS; kill++) {
                killAndCheck(program, kill, () -> StoredState.checkFile(program.dataDirectory(), scratch));
            }
            LOG.info(() -> "seed " + SEED + ": a start on no data took " + empty + " ms, the starts after " + KILLS
                    + " kills " + starts + " ms");
            assertThat(starts).allSatisfy(millis -> assertThat(millis).isLessThan(PATIENCE.toMillis()));
            try (ApiGatewayClient client = program.apiGateway()) {
                for (PromisedWriter writer : everybody) {
                    writer.check(program, client);
                }
            }
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "skipped: no embedded PostgreSQL")
    void inPostgresqlNothingAcknowledgedIsLostAndNothingIsHalfThere() throws Exception {
        try (Postgresql database = Postgresql.start();
                GatehouseProgram program = GatehouseProgram.start(database.options())) {
            killAndCheck(program, 1, () -> StoredState.check(database.jdbcUrl(), "postgres"));
            LOG.info(() -> "seed " + SEED + ": on PostgreSQL the start after a kill took " + starts + " ms");
        }
    }

    private void killAndCheck(GatehouseProgram program, int kill, Inspection inspection) throws Exception {
        List<PromisedWriter> writers = new ArrayList<>();
        ApiGatewayClient client = program.apiGateway();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String shared = newApi(client, kill);
            for (int i = 0; i < 2; i++) {
                writers.add(new PromisedWriter(client, shared, "shared" + i));
                writers.add(new PromisedWriter(client, newApi(client, kill), "alone" + i));
            }
            writers.forEach(PromisedWriter::deployFirst);
            writers.forEach(writer -> threads.execute(writer::writeUntilTheEnd));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(EARLIEST_MILLIS, LATEST_MILLIS));
            program.kill();
        }
        client.close();
        inspection.run();

        long started = System.nanoTime();
        program.restart();
        starts.add(millisSince(started));

        try (ApiGatewayClient reconnected = program.apiGateway()) {
            for (PromisedWriter writer : writers) {
                writer.check(program, reconnected);
            }
        }
        int acknowledged =
                writers.stream().mapToInt(PromisedWriter::acknowledged).sum();
        LOG.info(() -> "kill " + kill + ": " + acknowledged + " acknowledged changes are there, started in "
                + starts.getLast() + " ms");
        everybody.addAll(writers);
    }

    private static String newApi(ApiGatewayClient client, int kill) {
        return client.createRestApi(api -> api.name("kill " + kill)).id();
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
