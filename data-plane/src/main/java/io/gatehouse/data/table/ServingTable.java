// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.table;

import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.data.metrics.StageMeters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The stages that are served now. Readers see one whole state, never a mixture: it is replaced by a single write.
 * Safe for any number of readers and one writer, the {@link Feed}.
 */
public final class ServingTable {
    private final DoubleSupplier chance;
    private volatile State state = new State(0, Map.of());

    /**
     * A table of nothing.
     *
     * @param chance 0.0 to 1.0, evenly: decides which requests a canary takes. Asked on event loops
     */
    public ServingTable(DoubleSupplier chance) {
        this.chance = chance;
    }

    /** A state: the highest publication in it, and the stages by API and name. */
    private record State(long sequence, Map<String, Map<String, ServedStage>> apis) {}

    /** What serves the next request to a stage, the stage itself or its canary; {@code null} when it is not served. */
    public @Nullable ServedStage find(String apiId, String stage) {
        Map<String, ServedStage> stages = state.apis.get(apiId);
        ServedStage served = stages == null ? null : stages.get(stage);
        return served == null ? null : served.choose(chance);
    }

    /** The number of the newest publication that this table holds; 0 before the first. */
    public long sequence() {
        return state.sequence;
    }

    /** How many stages are served. */
    public int size() {
        return state.apis.values().stream().mapToInt(Map::size).sum();
    }

    /** What counts the exchanges of the stages that are served. */
    public List<StageMeters> meters() {
        return state.apis.values().stream()
                .flatMap(stages -> stages.values().stream())
                .map(ServedStage::meters)
                .toList();
    }

    /** Begins a new state that starts as a copy of the present one. */
    Draft draft() {
        return new Draft(state);
    }

    /** A state in the making; readers see nothing of it before {@link #publish()}. */
    final class Draft {
        private final Map<String, Map<String, ServedStage>> apis;
        private long sequence;

        private Draft(State from) {
            this.apis = new HashMap<>(from.apis);
            this.sequence = from.sequence;
        }

        @Nullable
        ServedStage get(StageKey key) {
            Map<String, ServedStage> stages = apis.get(key.apiId());
            return stages == null ? null : stages.get(key.stageName());
        }

        void put(StageKey key, ServedStage stage) {
            Map<String, ServedStage> stages = new HashMap<>(apis.getOrDefault(key.apiId(), Map.of()));
            stages.put(key.stageName(), stage);
            apis.put(key.apiId(), stages);
        }

        void remove(StageKey key) {
            Map<String, ServedStage> stages = new HashMap<>(apis.getOrDefault(key.apiId(), Map.of()));
            stages.remove(key.stageName());
            if (stages.isEmpty()) {
                apis.remove(key.apiId());
            } else {
                apis.put(key.apiId(), stages);
            }
        }

        long sequence() {
            return sequence;
        }

        void reached(long number) {
            sequence = number;
        }

        void publish() {
            state = new State(sequence, apis);
        }
    }
}
