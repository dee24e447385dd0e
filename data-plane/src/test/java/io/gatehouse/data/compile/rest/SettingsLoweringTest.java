// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.rest.AccessLog;
import io.gatehouse.contract.rest.MethodSettings;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.contract.served.LogLevel;
import io.gatehouse.contract.served.LogSpec;
import io.gatehouse.contract.served.RouteSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoweringTest {
    private static final MethodSettings INFO = new MethodSettings(false, "INFO", true);
    private static final MethodSettings METRICS = new MethodSettings(true, null, false);

    private final List<String> notes = new ArrayList<>();

    @Test
    void nothingIsSetByDefault() {
        assertThat(lowered(Map.of(), null).of("/pets", "GET")).isEqualTo(RouteSettings.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "pets/GET, /pets, GET, true",
        "/pets/GET, /pets, GET, true",
        "~1pets/GET, /pets, GET, true",
        "~1pets~1{id}/GET, /pets/{id}, GET, true",
        "pets/ANY, /pets, ANY, true",
        "pets/*, /pets, PUT, true",
        "~1/GET, /, GET, true",
        "/GET, /, GET, true",
        "pets/GET, /pets, PUT, false",
        "pets/GET, /pets/{id}, GET, false",
        "pets~1a/GET, /pets, GET, false"
    })
    void aMethodIsFoundAsItsKeyWasWritten(String key, String path, String verb, boolean found) {
        RouteSettings settings = lowered(Map.of(key, INFO), null).of(path, verb);
        assertThat(settings).isEqualTo(found ? new RouteSettings(false, LogLevel.INFO, true) : RouteSettings.NONE);
    }

    @Test
    void aMethodsOwnReplaceThoseForAllButForTheLevelItDoesNotHave() {
        SettingsLowering lowered = lowered(Map.of("*/*", INFO, "pets/GET", METRICS), null);
        assertThat(lowered.of("/pets", "GET")).isEqualTo(new RouteSettings(true, LogLevel.INFO, false));
        assertThat(lowered.of("/pets", "PUT")).isEqualTo(new RouteSettings(false, LogLevel.INFO, true));
    }

    @Test
    void aMethodMayBeQuietWhereAllAreNot() {
        MethodSettings off = new MethodSettings(false, "OFF", true);
        RouteSettings settings =
                lowered(Map.of("*/*", INFO, "pets/GET", off), null).of("/pets", "GET");
        assertThat(settings.logLevel()).isEqualTo(LogLevel.OFF);
        assertThat(settings.tracesData()).isFalse();
    }

    @Test
    void theExecutionLogIsNamedAsAtAws() {
        assertThat(lowered(Map.of(), null).logs())
                .isEqualTo(new LogSpec(null, "API-Gateway-Execution-Logs_a1b2c3d4e5/prod"));
    }

    @Test
    void anAccessLogIsNamedAfterItsGroup() {
        LogSpec.Access access = lowered(
                        Map.of(),
                        new AccessLog("$context.requestId", "arn:aws:logs:us-east-1:123456789012:log-group:mine"))
                .logs()
                .access();
        assertThat(access).extracting(LogSpec.Access::name).isEqualTo("mine");
        assertThat(notes).isEmpty();
    }

    @Test
    void anAccessLogThatCannotBeReadIsNotedAndLeftOut() {
        assertThat(lowered(Map.of(), new AccessLog("$context.nothing", "arn:aws:logs:r:1:log-group:a"))
                        .logs()
                        .access())
                .isNull();
        assertThat(notes).hasSize(1);
        assertThat(notes.getFirst()).contains("$context.nothing");
    }

    private SettingsLowering lowered(Map<String, MethodSettings> methods, @Nullable AccessLog access) {
        StageSnapshot stage = Frozen.stage();
        StageSettings settings = new StageSettings(Map.of(), methods, access);
        return new SettingsLowering(
                new StageSnapshot(stage.key(), stage.owner(), stage.deploymentId(), stage.definition(), settings, null),
                notes::add);
    }
}
