// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.patch.PatchOperation;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedWithoutTest {

    @ParameterizedTest
    @CsvSource({
        "/cacheClusterEnabled, true, caching",
        "/*/*/caching/enabled, true, caching",
        "/pets/GET/throttling/burstLimit, 5, throttling",
        "/*/*/throttling/rateLimit, 0, throttling",
        "/accessLogSettings/format, $context.requestId, access logs (they need both a format and a destination)"
    })
    void whatAStageAsksForAndDoesNotGetHasAName(String path, String value, String name) {
        assertThat(of(path, value)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({
        "/*/*/throttling/rateLimit, -1",
        "/*/*/logging/loglevel, ERROR",
        "/*/*/logging/dataTrace, true",
        "/*/*/metrics/enabled, true",
        "/tracingEnabled, true",
        "/canarySettings/percentTraffic, 10",
        "/variables/a, b"
    })
    void whatAsksForNothingThatIsMissingIsNotNamed(String path, String value) {
        assertThat(of(path, value)).isEmpty();
    }

    @Test
    void eachIsNamedOnce() {
        assertThat(of(
                        "/cacheClusterEnabled",
                        "true",
                        "/*/*/caching/enabled",
                        "true",
                        "/*/*/throttling/burstLimit",
                        "7"))
                .containsExactly("caching", "throttling");
    }

    private static List<String> of(String... pathsAndValues) {
        Stage stage = new Stage("a1b2c3d4e5", "dev", "base123456", Instant.EPOCH);
        StageEdit edit = new StageEdit(stage);
        StagePatch.TABLE.apply(
                edit,
                Stream.iterate(0, at -> at < pathsAndValues.length, at -> at + 2)
                        .map(at -> PatchOperation.of("replace", pathsAndValues[at], pathsAndValues[at + 1]))
                        .toList());
        stage.take(edit);
        return ServedWithout.of(StageView.of(stage));
    }
}
