// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newApi;
import static io.gatehouse.control.Calls.newResource;
import static io.gatehouse.control.Calls.rootOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.database.StoredRows;
import io.gatehouse.control.json.CanonicalJson;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Ten clients that build on one API at a time, and some beside them that have an API each: nothing is lost or mixed up. */
@QuarkusTest
class ConcurrentClientsIT {
    private static final Logger LOG = Logger.getLogger("io.gatehouse.control.storage");
    private static final int CLIENTS = 10;
    private static final int ALONE = 3;
    private static final int RESOURCES = 5;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI server = URI.create("http://localhost");

    @Test
    void whatAnyClientWasPromisedIsThereAndNothingElse() throws Exception {
        Wire wire = Wire.to(server);
        String api = newApi();
        String shared = newResource(rootOf(api), "shared");
        List<BusyClient> clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> new BusyClient(wire, api, shared, "client" + i))
                .toList();
        List<BusyClient> alone = new ArrayList<>();
        for (int i = 0; i < ALONE; i++) {
            String own = newApi();
            alone.add(new BusyClient(wire, own, rootOf(own), "alone" + i));
        }
        List<BusyClient> all = Stream.of(clients, alone).flatMap(List::stream).toList();

        long started = System.nanoTime();
        atOnce(all, client -> client.build(RESOURCES));
        atOnce(all, BusyClient::finish);
        long millis = (System.nanoTime() - started) / 1_000_000;

        List<BusyClient.Write> writes = clients.stream()
                .flatMap(client -> client.acknowledged().stream())
                .toList();
        long everybodys =
                all.stream().mapToLong(client -> client.acknowledged().size()).sum();
        LOG.infof(
                "%d clients: %d changes in %d ms, %d deployments refused",
                all.size(),
                everybodys,
                millis,
                all.stream().mapToInt(BusyClient::refusedDeployments).sum());
        Journal journal = Journal.of(database, idOf(api));
        everyPromiseIsOneRevision(journal, writes);
        theDefinitionIsWhatTheJournalTells(api, journal);
        everyDeploymentFrozeWhatWasThere(api, journal);
        for (BusyClient client : clients) {
            assertThat(get(api + "/stages/" + client.stage()).extract().<String>path("deploymentId"))
                    .isEqualTo(client.deployed());
            assertThat(get(api + "/stages/" + client.stage()).extract().<String>path("variables.round"))
                    .isEqualTo("last");
        }
    }

    /** No number is missing or there twice, and who was answered before another called has the lower one. */
    private static void everyPromiseIsOneRevision(Journal journal, List<BusyClient.Write> writes) {
        assertThat(journal.revisions())
                .extracting(Journal.Revision::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, journal.revisions().size())
                                .boxed()
                                .toList());
        // The API and the shared resource were there before.
        assertThat(journal.revisions()).hasSize(writes.size() + 2);

        Map<String, List<Long>> numbers = new HashMap<>();
        for (Journal.Revision revision : journal.revisions()) {
            Journal.Change main = revision.changes().stream()
                    .filter(change -> !revision.operation().equals("DeleteResource")
                            || change.noun().equals("resource"))
                    .findFirst()
                    .orElseThrow();
            numbers.computeIfAbsent(
                            revision.operation() + " " + main.noun() + " " + main.key(), name -> new ArrayList<>())
                    .add(revision.number());
        }
        Map<String, Iterator<Long>> left = new HashMap<>();
        numbers.forEach((name, list) -> left.put(name, list.iterator()));
        record Numbered(BusyClient.Write write, long number) {}
        List<Numbered> numbered = new ArrayList<>();
        for (BusyClient.Write write : writes) {
            String name = write.operation() + " " + write.noun();
            Iterator<Long> next = left.getOrDefault(name, Collections.emptyIterator());
            assertThat(next.hasNext()).as("a revision of %s", name).isTrue();
            numbered.add(new Numbered(write, next.next()));
        }
        numbered.sort(Comparator.comparingLong(Numbered::number));
        long latestStart = Long.MIN_VALUE;
        for (Numbered each : numbered) {
            assertThat(each.write().ended())
                    .as("revision %d was answered after each lower one was called", each.number())
                    .isGreaterThanOrEqualTo(latestStart);
            latestStart = Math.max(latestStart, each.write().started());
        }
    }

    private static void theDefinitionIsWhatTheJournalTells(String api, Journal journal) {
        String resources = get(api + "/resources?embed=methods&limit=500")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(Definition.shown(Journal.json(resources)))
                .isEqualTo(Definition.journaled(journal.stateAfter(Long.MAX_VALUE)));
    }

    private void everyDeploymentFrozeWhatWasThere(String api, Journal journal) throws SQLException {
        List<List<String>> deployments;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            deployments = StoredRows.rows(
                    statement,
                    "select d.revision, d.sha256, f.document from deployment d left join frozen_definition f"
                            + " on f.deployment_id = d.id where d.api_id = '" + idOf(api) + "'");
        }
        assertThat(deployments).hasSizeGreaterThanOrEqualTo(CLIENTS);
        for (List<String> deployment : deployments) {
            long revision = Long.parseLong(deployment.get(0));
            String document = deployment.get(2);
            assertThat(CanonicalJson.sha256(document)).isEqualTo(deployment.get(1));
            assertThat(Definition.frozen(Journal.json(document)))
                    .as("what was deployed at revision %d", revision)
                    .isEqualTo(Definition.journaled(journal.stateAfter(revision)));
        }
    }

    private static void atOnce(List<BusyClient> clients, Consumer<BusyClient> work)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (BusyClient client : clients) {
                running.add(threads.submit(() -> work.accept(client)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
