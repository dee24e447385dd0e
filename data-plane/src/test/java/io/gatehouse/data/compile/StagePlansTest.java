// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.rest.Canary;
import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.Owner;
import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.data.table.ServedStage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StagePlansTest {
    private final StagePlans plans = new StagePlans(Credentials.development(), Clock.systemUTC(), 1_000, null);

    @Test
    void aCanaryHasItsDeploymentAndItsVariablesOverTheStages() {
        ServedStage stage =
                plans.compile(stage(new Canary("dep2", api(), 25, Map.of("b", "2", "c", "3"), false)), null);

        ServedStage trial = stage.choose(() -> 0.24);
        assertThat(trial.api().identity().deploymentId()).isEqualTo("dep2");
        assertThat(trial.api().identity().canary()).isTrue();
        assertThat(trial.api().variables()).isEqualTo(Map.of("a", "1", "b", "2", "c", "3"));
        ServedStage base = stage.choose(() -> 0.25);
        assertThat(base.api().identity().deploymentId()).isEqualTo("dep1");
        assertThat(base.api().identity().canary()).isFalse();
        assertThat(base.api().variables()).isEqualTo(Map.of("a", "1", "b", "1"));
    }

    @Test
    void withoutACanaryNoRequestIsOne() {
        ServedStage stage = plans.compile(stage(null), null);

        assertThat(stage.choose(() -> 0)).isSameAs(stage);
        assertThat(stage.api().identity().canary()).isNull();
    }

    private static StageSnapshot stage(@Nullable Canary canary) {
        return new StageSnapshot(
                new StageKey("a1", "prod"),
                new Owner("123456789012", "eu-west-1"),
                "dep1",
                api(),
                StageSettings.of(Map.of("a", "1", "b", "1")),
                canary);
    }

    private static FrozenApi api() {
        return new FrozenApi(
                FrozenApi.CURRENT_FORMAT,
                "a1",
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
    }
}
