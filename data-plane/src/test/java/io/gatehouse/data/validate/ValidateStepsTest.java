// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.ValidationSpec.Location;
import io.gatehouse.contract.served.ValidationSpec.Parameter;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.schema.SchemaSet;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidateStepsTest {
    private static final SchemaSet MODELS = new SchemaSet(Map.of(
            "http://m/pet", "{\"required\":[\"name\"]}", "http://m/broken", "{\"$ref\":\"http://127.0.0.1:1/x\"}"));
    private static final BodyStep BODY = new BodyStep(
            Map.of("application/json", MODELS.at("http://m/pet"), "application/broken", MODELS.at("http://m/broken")));
    private static final ParametersStep PARAMETERS = new ParametersStep(List.of(
            new Parameter(Location.HEADER, "x-header-param"),
            new Parameter(Location.PATH, "issuer"),
            new Parameter(Location.QUERY, "qs1")));

    private static @Nullable FaultException parameters(FakeInbound request, Map<String, String> path) {
        Exchange exchange = Exchanges.of(request, path);
        return catchThrowableOfType(FaultException.class, () -> PARAMETERS.apply(exchange));
    }

    private static @Nullable String missing(FakeInbound request, Map<String, String> path) {
        FaultException fault = parameters(request, path);
        if (fault != null) {
            assertThat(fault.kind()).isEqualTo(FaultKind.BAD_REQUEST_PARAMETERS);
        }
        return fault == null ? null : fault.clientMessage();
    }

    private static @Nullable FaultException body(FakeInbound request, String body) {
        Exchange exchange = Exchanges.of(request);
        exchange.body(Buffer.buffer(body));
        Future<Void> result;
        try {
            result = BODY.apply(exchange);
        } catch (FaultException thrown) {
            return thrown;
        }
        return (FaultException) result.cause();
    }

    private static FaultException refused(FakeInbound request, String body) {
        return Objects.requireNonNull(body(request, body), "the body is refused");
    }

    @Test
    void allThatIsMissingIsNamedInOneMessage() {
        assertThat(missing(FakeInbound.get("/pets"), Map.of()))
                .isEqualTo("Missing required request parameters: [x-header-param, issuer, qs1]");
        assertThat(missing(FakeInbound.get("/pets?qs1=a"), Map.of("issuer", "b")))
                .isEqualTo("Missing required request parameters: [x-header-param]");
    }

    @Test
    void whatIsThereIsEnoughWhateverItSays() {
        FakeInbound request = FakeInbound.get("/pets?qs1=0").header("X-Header-Param", "false");
        assertThat(missing(request, Map.of("issuer", "null"))).isNull();
    }

    @Test
    void aBlankValueIsMissing() {
        FakeInbound request = FakeInbound.get("/pets?qs1=%20+").header("X-Header-Param", "  ");
        assertThat(missing(request, Map.of("issuer", "%20")))
                .isEqualTo("Missing required request parameters: [x-header-param, issuer, qs1]");
        assertThat(missing(FakeInbound.get("/pets?qs1"), Map.of("issuer", "")))
                .endsWith("[x-header-param, issuer, qs1]");
    }

    @Test
    void oneOfSeveralValuesIsEnough() {
        FakeInbound request = FakeInbound.get("/pets?qs1=&qs1=a&qs1=")
                .header("x-header-param", "")
                .header("x-header-param", "b");
        assertThat(missing(request, Map.of("issuer", "c"))).isNull();
    }

    @Test
    void aBodyKeepsToItsModelOrIsRefused() {
        assertThat(body(FakeInbound.get("/pets"), "{\"name\":1}")).isNull();
        FaultException fault = refused(FakeInbound.get("/pets"), "{}");
        assertThat(fault.kind()).isEqualTo(FaultKind.BAD_REQUEST_BODY);
        assertThat(fault.clientMessage()).isNull();
        assertThat(fault.violations()).isEqualTo("[object has missing required properties ([\"name\"])]");
    }

    @Test
    void anEmptyBodyIsRefusedWhateverTheVerbAndWithoutAContentTypeToo() {
        assertThat(body(FakeInbound.get("/pets"), "")).isNotNull();
        assertThat(body(FakeInbound.request("POST", "/pets"), "")).isNotNull();
        assertThat(body(FakeInbound.get("/pets").header("Content-Type", "application/json"), ""))
                .isNotNull();
    }

    @Test
    void theModelIsThatOfTheContentTypeWithoutItsParameters() {
        assertThat(body(FakeInbound.get("/pets").header("Content-Type", "Application/JSON; charset=utf-8"), "{}"))
                .isNotNull();
    }

    @Test
    void aBodyWhoseContentTypeHasNoModelPasses() {
        assertThat(body(FakeInbound.get("/pets").header("Content-Type", "application/xml"), "<a/>"))
                .isNull();
    }

    @Test
    void aModelThatCannotBeUsedRefusesEveryBodyAndTheLogAloneSaysWhy() {
        FaultException fault = refused(FakeInbound.get("/pets").header("Content-Type", "application/broken"), "{}");
        assertThat(fault.kind()).isEqualTo(FaultKind.BAD_REQUEST_BODY);
        assertThat(fault.clientMessage()).isNull();
        assertThat(fault.violations()).isNull();
        assertThat(fault.logReason()).contains("http://127.0.0.1:1/x");
    }

    @Test
    void aLargeBodyIsCheckedOffTheEventLoop() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            String good = "{\"name\":\"" + "x".repeat(100_000) + "\"}";
            assertThat(outcomeOnLoop(vertx, good)).isEqualTo("waited, passed");
            assertThat(outcomeOnLoop(vertx, good.replace("name", "nome"))).isEqualTo("waited, refused");
            assertThat(outcomeOnLoop(vertx, "{\"name\":1}")).isEqualTo("at once, passed");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static String outcomeOnLoop(Vertx vertx, String body) throws Exception {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        Context loop = vertx.getOrCreateContext();
        loop.runOnContext(start -> {
            Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
            exchange.body(Buffer.buffer(body));
            Future<Void> step = BODY.apply(exchange);
            String when = step == Step.DONE ? "at once, " : "waited, ";
            step.onComplete(done -> outcome.complete(
                    Context.isOnEventLoopThread() ? when + (done.succeeded() ? "passed" : "refused") : "off the loop"));
        });
        return outcome.get(10, TimeUnit.SECONDS);
    }
}
