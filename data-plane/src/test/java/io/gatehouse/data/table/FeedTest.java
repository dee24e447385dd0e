// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.publish.Publication;
import io.gatehouse.contract.publish.Publications;
import io.gatehouse.contract.publish.PublicationsUnavailableException;
import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.Owner;
import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.contract.served.Admission;
import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.contract.served.AuthorizationSpec;
import io.gatehouse.contract.served.FaultStyle;
import io.gatehouse.contract.served.Faults;
import io.gatehouse.contract.served.IntegrationSpec;
import io.gatehouse.contract.served.LogSpec;
import io.gatehouse.contract.served.PathMatcher;
import io.gatehouse.contract.served.Route;
import io.gatehouse.contract.served.RouteSettings;
import io.gatehouse.contract.served.ServedApi;
import io.gatehouse.data.match.RouteTree;
import io.gatehouse.data.metrics.StageMeters;
import io.gatehouse.data.pipeline.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FeedTest {
    private final Source source = new Source();
    private final ServingTable table = new ServingTable(() -> 0.5);
    private final Feed feed = new Feed(source, FeedTest::compile, table);

    @Test
    void whatIsPublishedIsServedAndWhatIsWithdrawnIsNot() {
        source.publish(1, "api", "prod", "dep1");
        source.publish(2, "api", "test", "dep1");
        feed.catchUp();
        assertThat(deployment("api", "prod")).isEqualTo("dep1");
        assertThat(table.size()).isEqualTo(2);

        source.withdraw(3, "api", "prod");
        feed.catchUp();
        assertThat(deployment("api", "prod")).isNull();
        assertThat(deployment("api", "test")).isEqualTo("dep1");
        assertThat(table.sequence()).isEqualTo(3);
    }

    @Test
    void onlyWhatIsNewerIsAskedFor() {
        source.publish(4, "api", "prod", "dep1");
        feed.catchUp();
        feed.catchUp();
        assertThat(source.asked).containsExactly(0L, 4L);
    }

    @Test
    void anOlderNumberIsDropped() {
        source.publish(5, "api", "prod", "dep2");
        feed.catchUp();
        source.repeatEverything = true;
        source.publish(3, "api", "prod", "dep1");
        feed.catchUp();
        assertThat(deployment("api", "prod")).isEqualTo("dep2");
        assertThat(table.sequence()).isEqualTo(5);
    }

    @Test
    void aStageThatDoesNotCompileKeepsWhatItServedAndHoldsUpNobody() {
        source.publish(1, "api", "prod", "dep1");
        feed.catchUp();
        source.publish(2, "api", "prod", "broken");
        source.publish(3, "other", "prod", "dep9");
        feed.catchUp();
        assertThat(deployment("api", "prod")).isEqualTo("dep1");
        assertThat(deployment("other", "prod")).isEqualTo("dep9");
        assertThat(table.sequence()).isEqualTo(3);
    }

    @Test
    void aSourceThatCannotBeReadChangesNothing() {
        source.publish(1, "api", "prod", "dep1");
        feed.catchUp();
        source.unavailable = true;
        assertThatThrownBy(feed::catchUp).isInstanceOf(PublicationsUnavailableException.class);
        assertThat(deployment("api", "prod")).isEqualTo("dep1");
    }

    @Test
    void oneReadingServesAllThatWaitedForIt() throws InterruptedException {
        source.hold = new CountDownLatch(1);
        List<Thread> callers = new ArrayList<>();
        callers.add(Thread.ofVirtual().start(feed::catchUp));
        assertThat(source.reading.await(5, TimeUnit.SECONDS)).isTrue();
        source.publish(1, "api", "prod", "dep1");
        CountDownLatch called = new CountDownLatch(10);
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 10; i++) {
            callers.add(Thread.ofPlatform().start(() -> {
                called.countDown();
                feed.catchUp();
                seen.add(String.valueOf(deployment("api", "prod")));
            }));
        }
        assertThat(called.await(5, TimeUnit.SECONDS)).isTrue();
        for (Thread caller : callers.subList(1, callers.size())) {
            while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        source.hold.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(source.asked)
                .as("the reading in progress, and one for the ten")
                .hasSize(2);
        assertThat(seen).hasSize(10).containsOnly("dep1");
    }

    private @Nullable String deployment(String api, String stage) {
        ServedStage served = table.find(api, stage);
        return served == null ? null : served.api().identity().deploymentId();
    }

    private static ServedStage compile(StageSnapshot snapshot, @Nullable ServedStage earlier) {
        if (snapshot.deploymentId().equals("broken")) {
            throw new IllegalStateException("this deployment is broken on purpose");
        }
        ServedApi api = new ServedApi(
                new ApiIdentity(
                        "123456789012",
                        "eu-west-1",
                        snapshot.key().apiId(),
                        snapshot.key().stageName(),
                        snapshot.deploymentId(),
                        null),
                new Faults(FaultStyle.AWS_REST, Map.of()),
                List.of(),
                Map.of(),
                List.of(),
                null,
                Map.of(),
                new LogSpec(null, "test"));
        Route none = new Route(
                "",
                "",
                null,
                new PathMatcher.Segments(List.of()),
                0,
                new Admission(new AuthorizationSpec.Open(), null),
                new IntegrationSpec.Unserved("a test"),
                RouteSettings.NONE);
        Plan plan = new Plan(api, none, exchange -> Map.of(), List.of(), List.of(), List.of());
        return new ServedStage(
                api, RouteTree.of(api.routes(), route -> plan), plan, StageMeters.of("pets", List.of(api), null), null);
    }

    /** Publications in memory. */
    private static final class Source implements Publications {
        final List<Long> asked = new ArrayList<>();
        final CountDownLatch reading = new CountDownLatch(1);
        private final List<Publication> all = new ArrayList<>();
        boolean repeatEverything;
        boolean unavailable;
        volatile @Nullable CountDownLatch hold;

        synchronized void publish(long sequence, String api, String stage, String deployment) {
            FrozenApi definition = new FrozenApi(
                    1, api, "name", "HEADER", false, List.of(), null, null, List.of(), List.of(), List.of(), List.of());
            all.add(new Publication.Published(
                    sequence,
                    new StageSnapshot(
                            new StageKey(api, stage),
                            new Owner("123456789012", "eu-west-1"),
                            deployment,
                            definition,
                            StageSettings.of(Map.of()),
                            null)));
        }

        synchronized void withdraw(long sequence, String api, String stage) {
            all.add(new Publication.Withdrawn(sequence, new StageKey(api, stage)));
        }

        @Override
        public List<Publication> after(long sequence) {
            List<Publication> newer = newer(sequence);
            CountDownLatch latch = hold;
            reading.countDown();
            if (latch != null) {
                try {
                    assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new PublicationsUnavailableException("interrupted", e);
                }
            }
            return newer;
        }

        private synchronized List<Publication> newer(long sequence) {
            asked.add(sequence);
            if (unavailable) {
                throw new PublicationsUnavailableException("out of order", new IllegalStateException());
            }
            return all.stream()
                    .filter(publication -> repeatEverything || publication.sequence() > sequence)
                    .toList();
        }
    }
}
