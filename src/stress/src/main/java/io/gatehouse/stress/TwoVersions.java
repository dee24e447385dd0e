// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.stress;

import io.gatehouse.contract.publish.Publication;
import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.Owner;
import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.data.compile.StagePlans;
import io.gatehouse.data.table.Feed;
import io.gatehouse.data.table.ServedStage;
import io.gatehouse.data.table.ServingTable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A stage that is published as version 1 and then as version 2, and the table that serves it. */
final class TwoVersions {
    /** What a reader got whose parts belong to different versions. */
    static final int TORN = -1;

    private static final StageKey KEY = new StageKey("api", "prod");
    private static final List<Publication> PUBLICATIONS = List.of(publication(1), publication(2));
    private static final List<ServedStage> COMPILED = PUBLICATIONS.stream()
            .map(publication -> new StagePlans(
                            Credentials.development(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1_000, null)
                    .compile(((Publication.Published) publication).snapshot(), null))
            .toList();

    private final ServingTable table = new ServingTable(() -> 0.5);
    private final AtomicInteger newest = new AtomicInteger();
    private final Feed feed;

    /** @param repeats whether the source tells again what the reader has already, as it may after a reconnection */
    TwoVersions(boolean repeats) {
        this.feed = new Feed(sequence -> publishedAfter(repeats ? 0 : sequence), TwoVersions::compiled, table);
    }

    /** What an operation does that publishes: commits, then lets the table catch up. */
    void publish(int version) {
        newest.accumulateAndGet(version, Math::max);
        feed.catchUp();
    }

    /** The version that the next request would be served with; 0 when it would not be served. */
    int version() {
        ServedStage stage = table.find(KEY.apiId(), KEY.stageName());
        if (stage == null) {
            return 0;
        }
        int ofStage = Integer.parseInt(stage.api().identity().deploymentId());
        int ofPlan = Integer.parseInt(stage.unmatched().api().identity().deploymentId());
        return ofStage == ofPlan ? ofStage : TORN;
    }

    private List<Publication> publishedAfter(long sequence) {
        return IntStream.range((int) sequence, newest.get())
                .mapToObj(PUBLICATIONS::get)
                .toList();
    }

    private static ServedStage compiled(StageSnapshot snapshot, @Nullable ServedStage earlier) {
        return COMPILED.get(Integer.parseInt(snapshot.deploymentId()) - 1);
    }

    private static Publication publication(int version) {
        FrozenApi api = new FrozenApi(
                FrozenApi.CURRENT_FORMAT,
                KEY.apiId(),
                "pets",
                "HEADER",
                false,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Publication.Published(
                version,
                new StageSnapshot(
                        KEY,
                        new Owner("000000000000", "us-east-1"),
                        Integer.toString(version),
                        api,
                        StageSettings.of(Map.of()),
                        null));
    }
}
