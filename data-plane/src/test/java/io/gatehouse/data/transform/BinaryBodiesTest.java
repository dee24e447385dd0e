// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.IntegrationSpec.ContentHandling;
import io.gatehouse.contract.served.IntegrationSpec.Passthrough;
import io.gatehouse.contract.served.IntegrationSpec.RequestMapping;
import io.gatehouse.contract.served.IntegrationSpec.ResponseMapping;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * AWS's two tables of conversions (developer guide, "Content type conversions in API Gateway"). A body is named by
 * what it holds: {@code bytes} are no UTF-8, {@code base64} is text that says the same, {@code plain} is text that is
 * no base64.
 */
class BinaryBodiesTest {
    private static final byte[] BYTES = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF};
    private static final String BASE64 = Base64.getEncoder().encodeToString(BYTES);

    private static byte[] body(String name) {
        return switch (name) {
            case "bytes" -> BYTES;
            case "base64" -> BASE64.getBytes(StandardCharsets.UTF_8);
            case "plain" -> "{\"no\": \"base64\"}".getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** {@code decoded} and {@code encoded} mean base64; {@code replaced} is UTF-8 with U+FFFD for what is none. */
    private static void assertBecame(String expected, String sent, @Nullable Throwable failure, Buffer made) {
        if (expected.equals("500")) {
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            fault -> assertThat(fault.kind()).isEqualTo(FaultKind.API_CONFIGURATION_ERROR));
            return;
        }
        assertThat(failure).isNull();
        byte[] wanted = switch (expected) {
            case "same" -> body(sent);
            case "decoded" -> Base64.getDecoder().decode(body(sent));
            case "encoded" -> Base64.getEncoder().encode(body(sent));
            case "replaced" -> "\uFFFDPNG\0\uFFFD".getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException(expected);
        };
        assertThat(made.getBytes()).isEqualTo(wanted);
    }

    private static List<String> types(@Nullable String binaryMediaTypes) {
        return binaryMediaTypes == null ? List.of() : List.of(binaryMediaTypes);
    }

    private static @Nullable ContentHandling handling(@Nullable String name) {
        return name == null ? null : ContentHandling.valueOf("CONVERT_TO_" + name);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // body, content type, binary media types, content handling, what the backend gets
                "bytes, image/png, -, -, replaced",
                "bytes, image/png, image/gif, -, replaced",
                "plain, text/plain, image/png, -, same",
                "base64, image/png, -, -, same",
                "bytes, image/png, image/png, -, same",
                "bytes, image/png, image/*, -, same",
                "bytes, image/png, */*, -, same",
                "bytes, image/png, */png, -, replaced",
                "bytes, image/png, -, TEXT, replaced",
                "plain, text/plain, image/png, TEXT, same",
                "bytes, image/png, image/png, TEXT, encoded",
                "base64, image/png, image/png, TEXT, encoded",
                "base64, image/png, -, BINARY, decoded",
                "base64, text/plain, image/png, BINARY, decoded",
                "plain, text/plain, image/png, BINARY, 500",
                "bytes, image/png, -, BINARY, 500",
                "bytes, image/png, image/png, BINARY, same",
                "base64, image/png, image/png, BINARY, same",
            })
    void aRequestIsConverted(
            String sent, String type, @Nullable String binary, @Nullable String handling, String expected) {
        RequestMapping mapping = new RequestMapping(Map.of(), Map.of(), Passthrough.WHEN_NO_MATCH, handling(handling));
        Exchange exchange = request(sent, type);
        Throwable failure = catchThrowable(() -> new RequestPayloadStep(mapping, types(binary)).apply(exchange));
        assertBecame(expected, sent, failure, exchange.payload());
    }

    private static Exchange request(String sent, String type) {
        Exchange exchange = Exchanges.of(FakeInbound.request("POST", "/pets")
                .header("Content-Type", type)
                .body(body(sent)));
        new BufferBodyStep(1_000).apply(exchange);
        return exchange;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // body, content type, binary media types, content handling, what $input.body shows
                "plain, application/json, image/png, -, same",
                "plain, application/json, image/png, TEXT, same",
                "bytes, image/png, image/png, TEXT, encoded",
                "bytes, image/png, image/png, -, 500",
                "bytes, image/png, image/png, BINARY, 500",
                "base64, application/json, -, BINARY, 500",
            })
    void aTemplateOfARequestGetsTextOnly(
            String sent, String type, @Nullable String binary, @Nullable String handling, String expected) {
        RequestMapping mapping = new RequestMapping(
                Map.of(), Map.of(type, "$input.body"), Passthrough.WHEN_NO_MATCH, handling(handling));
        Exchange exchange = request(sent, type);
        Throwable failure = catchThrowable(() -> new RequestPayloadStep(mapping, types(binary)).apply(exchange));
        assertBecame(expected, sent, failure, exchange.payload());
    }

    @Test
    void aRequestThatNoTemplateTakesIsConvertedBesideOneThatDoes() {
        RequestMapping mapping = new RequestMapping(
                Map.of(),
                Map.of("application/json", "$input.body"),
                Passthrough.WHEN_NO_MATCH,
                ContentHandling.CONVERT_TO_BINARY);
        Exchange exchange = request("base64", "image/png");
        new RequestPayloadStep(mapping, List.of()).apply(exchange);
        assertBecame("decoded", "base64", null, exchange.payload());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // body, backend's type, Accept, binary media types, content handling, what the client gets
                "bytes, image/png, image/png, -, -, replaced",
                "plain, text/plain, -, -, -, same",
                "base64, image/png, image/png, -, BINARY, decoded",
                "plain, text/plain, -, -, BINARY, 500",
                "bytes, image/png, image/png, -, TEXT, replaced",
                "plain, text/plain, text/plain, image/png, -, same",
                "base64, text/plain, text/plain, image/png, BINARY, decoded",
                "plain, text/plain, text/plain, image/png, BINARY, 500",
                "plain, text/plain, text/plain, image/png, TEXT, same",
                "base64, text/plain, image/png, image/png, -, decoded",
                "plain, text/plain, image/png, image/png, -, 500",
                "base64, text/plain, image/png, image/png, BINARY, decoded",
                "base64, text/plain, image/png, image/png, TEXT, same",
                "bytes, image/png, text/plain, image/png, -, encoded",
                "bytes, image/png, -, image/png, -, encoded",
                "bytes, image/png, text/plain, image/png, BINARY, same",
                "bytes, image/png, text/plain, image/png, TEXT, encoded",
                "bytes, image/png, image/png, image/png, -, same",
                "bytes, image/png, image/png, image/png, BINARY, same",
                "bytes, image/png, image/png, image/png, TEXT, encoded",
                "bytes, image/png, 'text/plain, image/png', image/png, -, encoded",
                "bytes, image/png, 'image/png, text/plain', image/png, -, same",
                "bytes, image/png, image/webp;q=0.8, image/*, -, same",
                "bytes, image/png, */*, image/png, -, encoded",
                "bytes, -, image/png, */*, -, same",
            })
    void anAnswerIsConverted(
            String sent,
            @Nullable String type,
            @Nullable String accept,
            @Nullable String binary,
            @Nullable String handling,
            String expected) {
        Exchange exchange = answered(sent, type, accept);
        ResponseMapping mapping = new ResponseMapping(200, null, Map.of(), Map.of(), handling(handling), true);
        Throwable failure =
                catchThrowable(() -> new MapAnswerStep(List.of(mapping), types(binary), Map.of()).apply(exchange));
        assertBecame(expected, sent, failure, exchange.answerBody());
    }

    private static Exchange answered(String sent, @Nullable String type, @Nullable String accept) {
        FakeInbound inbound = FakeInbound.get("/pets");
        Exchange exchange = Exchanges.of(accept == null ? inbound : inbound.header("Accept", accept));
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("ETag", "\"v1\"");
        if (type != null) {
            headers.add("Content-Type", type);
        }
        exchange.backendAnswer(BackendAnswer.buffered(200, headers, Buffer.buffer(body(sent))));
        return exchange;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "plain, text/plain, -, same",
                "plain, text/plain, TEXT, same",
                "bytes, image/png, TEXT, encoded",
                "bytes, image/png, -, encoded",
                "base64, text/plain, BINARY, 500",
                "bytes, image/png, BINARY, 500",
            })
    void aTemplateOfAnAnswerGetsTextOnly(String sent, String type, @Nullable String handling, String expected) {
        Exchange exchange = answered(sent, type, null);
        ResponseMapping mapping = new ResponseMapping(
                200, null, Map.of(), Map.of("application/json", "$input.body"), handling(handling), true);
        Throwable failure = catchThrowable(
                () -> new MapAnswerStep(List.of(mapping), List.of("image/png"), Map.of()).apply(exchange));
        assertBecame(expected, sent, failure, exchange.answerBody());
    }

    @Test
    void conversionsLeaveMappedHeadersAlone() {
        Exchange exchange = answered("bytes", "image/png", "image/png");
        ResponseMapping mapping = new ResponseMapping(
                200, null, Map.of("ETag", "integration.response.header.ETag"), Map.of(), null, true);
        new MapAnswerStep(List.of(mapping), List.of("image/png"), Map.of()).apply(exchange);
        assertThat(exchange.outbound().headers().get("ETag")).isEqualTo("\"v1\"");
    }
}
