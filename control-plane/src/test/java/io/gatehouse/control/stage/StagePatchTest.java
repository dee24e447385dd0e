// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.patch.PatchOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagePatchTest {
    private static final String BASE = "base123456";
    private static final String NEXT = "next123456";

    @Test
    void theFirstSettingOfAMethodMakesItsWholeBlock() {
        StageView stage = patched(replace("/*/*/throttling/rateLimit", "100.000000"));

        assertThat(stage.methodSettings())
                .isEqualTo(Map.of(
                        "*/*",
                        new MethodSetting(
                                false,
                                null,
                                false,
                                5000,
                                100.0,
                                false,
                                300,
                                false,
                                true,
                                "SUCCEED_WITH_RESPONSE_HEADER")));
    }

    @Test
    void everySettingOfAMethodCanBeSet() {
        StageView stage = patched(
                replace("/pets/GET/metrics/enabled", "true"),
                replace("/pets/GET/logging/loglevel", "INFO"),
                replace("/pets/GET/logging/dataTrace", "true"),
                replace("/pets/GET/throttling/burstLimit", "-1"),
                replace("/pets/GET/throttling/rateLimit", "-1.000000"),
                replace("/pets/GET/caching/enabled", "true"),
                replace("/pets/GET/caching/ttlInSeconds", "0"),
                replace("/pets/GET/caching/dataEncrypted", "true"),
                replace("/pets/GET/caching/requireAuthorizationForCacheControl", "false"),
                replace("/pets/GET/caching/unauthorizedCacheControlHeaderStrategy", "FAIL_WITH_403"));

        assertThat(stage.methodSettings())
                .isEqualTo(Map.of(
                        "pets/GET",
                        new MethodSetting(true, "INFO", true, -1, -1, true, 0, true, false, "FAIL_WITH_403")));
    }

    @ParameterizedTest
    @CsvSource({
        "/*/*/metrics/enabled, */*",
        "/pets/GET/metrics/enabled, pets/GET",
        "/a/b/{c}/ANY/metrics/enabled, a/b/{c}/ANY",
        "/~1pets~1{id}/GET/metrics/enabled, ~1pets~1{id}/GET",
        "/~1/GET/metrics/enabled, ~1/GET"
    })
    void aMethodIsFoundUnderTheNameThatTheClientWrote(String path, String key) {
        assertThat(patched(replace(path, "true")).methodSettings()).containsOnlyKeys(key);
    }

    @ParameterizedTest
    @CsvSource({
        "/*/*/throttling/rateLimit, NaN",
        "/*/*/throttling/rateLimit, 1e999",
        "/*/*/throttling/rateLimit, 1d",
        "/*/*/throttling/rateLimit, ''",
        "/*/*/throttling/burstLimit, 1.5",
        "/*/*/throttling/burstLimit, 3000000000",
        "/*/*/caching/ttlInSeconds, 3601",
        "/*/*/caching/ttlInSeconds, -1",
        "/*/*/logging/loglevel, DEBUG",
        "/*/*/caching/unauthorizedCacheControlHeaderStrategy, x",
        "/cacheClusterSize, 0.7",
        "/canarySettings/percentTraffic, 100.1",
        "/canarySettings/percentTraffic, -0.1",
        "/canarySettings/percentTraffic, NaN",
        "/canarySettings/stageVariableOverrides/a-b, x",
        "/canarySettings/stageVariableOverrides/a, ä",
        "/clientCertificateId, abc",
        "/documentationVersion, 1"
    })
    void aValueThatCannotBeIsRefused(String path, String value) {
        refused(replace(path, value));
    }

    @Test
    void methodSettingsAreRemovedTogetherAndOnlyIfThereAreSome() {
        assertThat(patched(replace("/*/*/metrics/enabled", "true"), op("remove", "/*/*", null))
                        .methodSettings())
                .isEmpty();
        refused(op("remove", "/pets/GET", null))
                .hasMessage(
                        "Cannot remove method setting pets/GET because there is no method setting for this method ");
    }

    @Test
    void settingTheDeploymentOfACanaryMakesOneWithoutTraffic() {
        assertThat(patched(replace("/canarySettings/deploymentId", NEXT)).canarySettings())
                .isEqualTo(new CanarySettings(0.0, NEXT, null, false));
    }

    @ParameterizedTest
    @CsvSource({"percentTraffic, 50", "useStageCache, true", "stageVariableOverrides/a, b"})
    void settingAnythingElseMakesACanaryOfTheStagesDeployment(String member, String value) {
        CanarySettings canary =
                patched(replace("/canarySettings/" + member, value)).canarySettings();

        assertThat(canary).isNotNull().extracting(CanarySettings::deploymentId).isEqualTo(BASE);
    }

    @Test
    void aPromotionTakesTheCanarysDeploymentAndVariablesAndLeavesTheCanary() {
        StageView stage = patched(
                replace("/variables/a", "1"),
                replace("/variables/b", "1"),
                replace("/canarySettings/deploymentId", NEXT),
                replace("/canarySettings/percentTraffic", "10.5"),
                replace("/canarySettings/stageVariableOverrides/b", "2"),
                replace("/canarySettings/stageVariableOverrides/c", "2"),
                copy("/canarySettings/stageVariableOverrides", "/variables"),
                copy("/canarySettings/deploymentId", "/deploymentId"),
                replace("/canarySettings/percentTraffic", "0.0"));

        assertThat(stage.deploymentId()).isEqualTo(NEXT);
        assertThat(stage.variables()).isEqualTo(Map.of("a", "1", "b", "2", "c", "2"));
        assertThat(stage.canarySettings()).isEqualTo(new CanarySettings(0.0, NEXT, Map.of("b", "2", "c", "2"), false));
    }

    @Test
    void thereIsNothingToPromoteWithoutACanary() {
        refused(copy("/canarySettings/deploymentId", "/deploymentId"))
                .hasMessage("Promotion not available. Canary does not exist.");
        refused(copy("/canarySettings/stageVariableOverrides", "/variables"))
                .hasMessage("Promotion not available. Canary does not exist.");
        assertThat(patched(
                                replace("/canarySettings/percentTraffic", "5"),
                                copy("/canarySettings/deploymentId", "/deploymentId"))
                        .deploymentId())
                .isEqualTo(BASE);
    }

    @ParameterizedTest
    @CsvSource({
        "/canarySettings/deploymentId, /variables",
        "/variables, /canarySettings/stageVariableOverrides",
        "/description, /description",
        "/deploymentId, /canarySettings/deploymentId"
    })
    void nothingElseIsCopied(String from, String path) {
        refused(replace("/canarySettings/percentTraffic", "5"), copy(from, path))
                .hasMessageStartingWith("Invalid copy operation with path: " + path + " and from " + from + ". Valid");
    }

    @Test
    void anOverrideThatIsRemovedIsGoneAndTheLastOneTakesTheMemberWithIt() {
        assertThat(patched(
                                replace("/canarySettings/stageVariableOverrides/a", "1"),
                                op("remove", "/canarySettings/stageVariableOverrides/a", null))
                        .canarySettings())
                .isEqualTo(new CanarySettings(0.0, BASE, null, false));
        assertThat(patched(replace("/canarySettings/percentTraffic", "5"), op("remove", "/canarySettings", null))
                        .canarySettings())
                .isNull();
    }

    @Test
    void anAccessLogIsSetMemberByMemberAndRemovedAsAWhole() {
        StageView stage = patched(
                replace("/accessLogSettings/destinationArn", "arn:aws:logs:us-east-1:1:log-group:x"),
                op("add", "/accessLogSettings/format", "$context.requestId"));

        assertThat(stage.accessLogSettings())
                .isEqualTo(new AccessLogSettings("$context.requestId", "arn:aws:logs:us-east-1:1:log-group:x"));
        assertThat(patched(
                                replace("/accessLogSettings/format", "$context.requestId"),
                                op("remove", "/accessLogSettings", null))
                        .accessLogSettings())
                .isNull();
    }

    @Test
    void aCacheHasASizeAndNoCacheHasNone() {
        StageView on = patched(replace("/cacheClusterEnabled", "true"));
        assertThat(on.cacheClusterSize()).isEqualTo("0.5");
        assertThat(on.cacheClusterStatus()).isEqualTo("AVAILABLE");
        assertThat(patched(replace("/cacheClusterSize", "1.6"), replace("/cacheClusterEnabled", "true"))
                        .cacheClusterSize())
                .isEqualTo("1.6");
        StageView off = patched(replace("/cacheClusterSize", "1.6"));
        assertThat(off.cacheClusterSize()).isNull();
        assertThat(off.cacheClusterStatus()).isEqualTo("NOT_AVAILABLE");
    }

    @Test
    void everyDeploymentThatAListNamesMustExist() {
        refused(replace("/deploymentId", "nope"), replace("/deploymentId", NEXT))
                .hasMessage("Deployment id does not exist");
        refused(replace("/canarySettings/deploymentId", "nope"), op("remove", "/canarySettings", null))
                .hasMessage("Deployment id does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "remove", "move", "test"})
    void aPathOfTheCanaryTakesItsOpsOnly(String op) {
        refused(op(op, "/canarySettings/deploymentId", NEXT))
                .hasMessage("Invalid " + op + " operation with path: /canarySettings/deploymentId");
    }

    @Test
    @Timeout(5)
    void tenThousandOperationsAreLinear() {
        List<PatchOperation> operations = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            operations.add(replace("/variables/v" + i, "x"));
        }
        Instant start = Instant.now();
        StageEdit edit = new StageEdit(stage());
        StagePatch.TABLE.apply(edit, operations);

        assertThat(edit.variables).hasSize(10_000);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void anAcceptedListIsWhatItsOperationsAreOneAfterTheOther() {
        List<PatchOperation> pool = List.of(
                replace("/variables/a", "1"),
                replace("/variables/a", "2"),
                op("remove", "/variables/a", null),
                replace("/deploymentId", NEXT),
                replace("/canarySettings/deploymentId", BASE),
                replace("/canarySettings/percentTraffic", "7"),
                replace("/canarySettings/stageVariableOverrides/a", "3"),
                op("remove", "/canarySettings", null),
                copy("/canarySettings/deploymentId", "/deploymentId"),
                copy("/canarySettings/stageVariableOverrides", "/variables"),
                replace("/*/*/caching/enabled", "true"),
                op("remove", "/*/*", null),
                replace("/cacheClusterEnabled", "true"),
                replace("/description", "text"));
        Random random = new Random(42);
        int accepted = 0;
        for (int round = 0; round < 2000; round++) {
            List<PatchOperation> list =
                    random.ints(5, 0, pool.size()).mapToObj(pool::get).toList();
            StageView together = tried(stage(), list);
            Stage oneByOne = stage();
            boolean all = true;
            for (PatchOperation each : list) {
                all = all && tried(oneByOne, List.of(each)) != null;
            }
            assertThat(together != null).as("%s", list).isEqualTo(all);
            if (together != null) {
                accepted++;
                assertThat(together).as("%s", list).isEqualTo(StageView.of(oneByOne));
            }
        }
        assertThat(accepted).isBetween(100, 1900);
    }

    @Test
    void aRefusedListLeavesTheStageAsItWas() {
        Stage stage = stage();
        StageView before = StageView.of(stage);

        assertThat(tried(
                        stage,
                        List.of(
                                replace("/variables/a", "1"),
                                replace("/*/*/caching/enabled", "true"),
                                replace("/canarySettings/percentTraffic", "1"),
                                op("remove", "/x/GET", null))))
                .isNull();
        assertThat(StageView.of(stage)).isEqualTo(before);
    }

    /** The stage after the list, which it takes over; absent when the list is refused. */
    private static @Nullable StageView tried(Stage stage, List<PatchOperation> operations) {
        try {
            StageEdit edit = new StageEdit(stage);
            StagePatch.TABLE.apply(edit, operations);
            edit.check(id -> id.equals(BASE) || id.equals(NEXT));
            stage.take(edit);
            return StageView.of(stage);
        } catch (AwsException refused) {
            return null;
        }
    }

    private static StageView patched(PatchOperation... operations) {
        StageView view = tried(stage(), Arrays.asList(operations));
        return Objects.requireNonNull(view, "refused");
    }

    private static AbstractThrowableAssert<?, ?> refused(PatchOperation... operations) {
        return assertThatThrownBy(() -> {
                    StageEdit edit = new StageEdit(stage());
                    StagePatch.TABLE.apply(edit, Arrays.asList(operations));
                    edit.check(id -> id.equals(BASE) || id.equals(NEXT));
                })
                .isInstanceOf(AwsException.class);
    }

    private static Stage stage() {
        return new Stage("a1b2c3d4e5", "dev", BASE, Instant.EPOCH);
    }

    private static PatchOperation replace(String path, String value) {
        return op("replace", path, value);
    }

    private static PatchOperation op(String op, String path, @Nullable String value) {
        return PatchOperation.of(op, path, value);
    }

    private static PatchOperation copy(String from, String path) {
        return new PatchOperation("copy", path, null, from);
    }
}
