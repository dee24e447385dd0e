// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.FrozenGatewayResponse;
import io.gatehouse.contract.rest.FrozenIntegration;
import io.gatehouse.contract.rest.FrozenIntegrationResponse;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.FrozenMethodResponse;
import io.gatehouse.contract.rest.FrozenModel;
import io.gatehouse.contract.rest.FrozenRequestValidator;
import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.control.json.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a release froze stays readable: the file of a format is never edited, a new format gets a file of its own. */
class FrozenFormatTest {
    private static final List<FrozenRequestValidator> VALIDATORS =
            List.of(new FrozenRequestValidator("val1", true, false));
    private static final List<FrozenGatewayResponse> GATEWAY_RESPONSES = List.of(
            new FrozenGatewayResponse("DEFAULT_5XX", null, Map.of(), Map.of()),
            new FrozenGatewayResponse(
                    "THROTTLED",
                    "429",
                    Map.of("gatewayresponse.header.Retry-After", "'1'"),
                    Map.of("application/json", "{\"message\":$context.error.messageString}")));

    @Test
    void format2IsWrittenAsItAlwaysWas() throws IOException {
        assertThat(CanonicalJson.write(sample(2, VALIDATORS, GATEWAY_RESPONSES)))
                .isEqualTo(golden(2));
    }

    @Test
    void format2IsReadAsItAlwaysWas() throws IOException {
        assertThat(CanonicalJson.read(golden(2), FrozenApi.class)).isEqualTo(sample(2, VALIDATORS, GATEWAY_RESPONSES));
    }

    /** Before there were validators and gateway responses. */
    @Test
    void format1IsReadAsItAlwaysWas() throws IOException {
        assertThat(CanonicalJson.read(golden(1), FrozenApi.class)).isEqualTo(sample(1, List.of(), List.of()));
    }

    @Test
    void everyFormatThatWasEverWrittenHasAFile() throws IOException {
        for (int format = 1; format <= FrozenApi.CURRENT_FORMAT; format++) {
            assertThat(CanonicalJson.read(golden(format), FrozenApi.class).formatVersion())
                    .isEqualTo(format);
        }
    }

    /** A member that no file holds could change its name or its type unseen. */
    @Test
    void theNewestFormatsFileHasEveryMember() throws Exception {
        Set<String> filled = new TreeSet<>();
        Set<String> declared = new TreeSet<>();
        collect(CanonicalJson.read(golden(FrozenApi.CURRENT_FORMAT), FrozenApi.class), declared, filled);

        assertThat(filled).isEqualTo(declared);
    }

    private static void collect(@Nullable Object value, Set<String> declared, Set<String> filled) throws Exception {
        switch (value) {
            case Record frozen -> {
                for (RecordComponent component : frozen.getClass().getRecordComponents()) {
                    String name = frozen.getClass().getSimpleName() + "." + component.getName();
                    Object member = component.getAccessor().invoke(frozen);
                    declared.add(name);
                    boolean empty = member == null || member.equals(List.of()) || member.equals(Map.of());
                    if (!empty) {
                        filled.add(name);
                    }
                    collect(member, declared, filled);
                }
            }
            case Iterable<?> list -> {
                for (Object each : list) {
                    collect(each, declared, filled);
                }
            }
            case Map<?, ?> map -> collect(map.values(), declared, filled);
            case null, default -> {}
        }
    }

    @Test
    void equalDefinitionsHaveEqualHashes() {
        assertThat(CanonicalJson.sha256(CanonicalJson.write(sample(2, VALIDATORS, GATEWAY_RESPONSES))))
                .isEqualTo(CanonicalJson.sha256(CanonicalJson.write(sample(2, VALIDATORS, GATEWAY_RESPONSES))));
    }

    @Test
    void anApiWithoutMethodsIsNotDeployed() {
        assertThatThrownBy(() -> Freezer.check(api(new FrozenResource("root", "/", List.of()))))
                .hasMessage("The REST API doesn't contain any methods");
    }

    @Test
    void aMethodWithoutAnIntegrationIsNotDeployed() {
        FrozenResource root = new FrozenResource("root", "/", List.of(method("GET", mock()), method("POST", null)));

        assertThatThrownBy(() -> Freezer.check(api(root))).hasMessage("No integration defined for method");
    }

    private static String golden(int format) throws IOException {
        try (InputStream file = FrozenFormatTest.class.getResourceAsStream("/frozen/format-" + format + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static FrozenApi sample(
            int format, List<FrozenRequestValidator> validators, List<FrozenGatewayResponse> gatewayResponses) {
        FrozenIntegration http = new FrozenIntegration(
                "HTTP",
                "POST",
                "http://${stageVariables.host}/users/{id}",
                "INTERNET",
                null,
                "arn:aws:iam::123456789012:role/r",
                Map.of("integration.request.path.id", "method.request.path.id"),
                Map.of("application/json", "$input.json('$')", "text/plain", "é"),
                "WHEN_NO_TEMPLATES",
                "CONVERT_TO_TEXT",
                500,
                "r2",
                List.of("method.request.path.id"),
                true,
                Map.of(
                        "404", new FrozenIntegrationResponse("404", "4\\d{2}", Map.of(), Map.of(), null),
                        "200",
                                new FrozenIntegrationResponse(
                                        "200",
                                        null,
                                        Map.of("method.response.header.X", "'x'"),
                                        Map.of("application/json", ""),
                                        "CONVERT_TO_BINARY")));
        FrozenMethod post = new FrozenMethod(
                "POST",
                "AWS_IAM",
                null,
                List.of("scope"),
                true,
                "CreateUser",
                null,
                Map.of("method.request.path.id", true, "method.request.header.H", false),
                Map.of("application/json", "Empty"),
                Map.of(
                        "200",
                        new FrozenMethodResponse(
                                "200", Map.of("method.response.header.X", false), Map.of("application/json", "Empty"))),
                http);
        return new FrozenApi(
                format,
                "a1b2c3d4e5",
                "pets",
                "HEADER",
                false,
                List.of("image/png"),
                1024,
                "{\"Statement\":[]}",
                List.of(
                        new FrozenResource("r1", "/", List.of(method("ANY", mock()))),
                        new FrozenResource("r2", "/users/{id}", format == 1 ? List.of(post) : List.of(get(), post))),
                List.of(new FrozenModel("Empty", "application/json", format == 1 ? null : "anything", "{}")),
                validators,
                gatewayResponses);
    }

    /** What the first file left out. */
    private static FrozenMethod get() {
        FrozenIntegration linked = new FrozenIntegration(
                "HTTP_PROXY",
                "GET",
                "http://users",
                "VPC_LINK",
                "link1",
                null,
                Map.of(),
                Map.of(),
                "WHEN_NO_MATCH",
                null,
                29_000,
                "r2",
                List.of(),
                false,
                Map.of());
        return new FrozenMethod(
                "GET", "CUSTOM", "auth1", List.of(), false, null, "val1", Map.of(), Map.of(), Map.of(), linked);
    }

    /** An API of one resource. */
    private static FrozenApi api(FrozenResource resource) {
        return new FrozenApi(
                FrozenApi.CURRENT_FORMAT,
                "a1b2c3d4e5",
                "pets",
                "HEADER",
                false,
                List.of(),
                null,
                null,
                List.of(resource),
                List.of(),
                List.of(),
                List.of());
    }

    private static FrozenMethod method(String verb, @Nullable FrozenIntegration integration) {
        return new FrozenMethod(
                verb, "NONE", null, List.of(), false, null, null, Map.of(), Map.of(), Map.of(), integration);
    }

    private static FrozenIntegration mock() {
        return new FrozenIntegration(
                "MOCK",
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                "WHEN_NO_MATCH",
                null,
                29_000,
                "r1",
                List.of(),
                false,
                Map.of());
    }
}
