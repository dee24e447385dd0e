// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.control.aws.gate.RawClient.Answer;
import io.gatehouse.control.aws.operation.Operation;
import io.gatehouse.control.aws.operation.OperationTable;
import io.gatehouse.control.aws.wire.OneOf;
import io.gatehouse.control.aws.wire.Required;
import io.gatehouse.control.contract.JavaOperation;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reasonable bodies for every operation that reads one, made from what its record declares, and spoilt at random: the same
 * ones at every run. Whatever is sent, the fault is the client's.
 */
@QuarkusTest
class FuzzedInputIT {
    private static final int CALLS = 1_500;
    private static final long SEED = 20_261_125;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "GET",
            "NONE",
            "200",
            "/",
            "~",
            "~2",
            "{proxy+}",
            "{",
            "${",
            "$input",
            "'",
            "\"",
            "\\",
            "%",
            "%00",
            "*/*",
            "application/json",
            "http://example.com/{a}",
            "http://[",
            "method.request.path.a",
            "integration.response.header.b",
            "\u0000",
            "\ud800",
            "\udc00x",
            "\u202eabc",
            "\uFEFF",
            "\uFFFF",
            "\r\n",
            "😀",
            "é",
            "ا",
            "true",
            "-1",
            "1e9",
            "NaN",
            "null",
            "x".repeat(3_000),
            "😀".repeat(1_000));

    /** Members that have to name something, and what. */
    private static final Map<String, String> KNOWN = Map.of(
            "deploymentId", "deployment_id",
            "authorizationType", "NONE",
            "httpMethod", "GET",
            "uri", "http://localhost/a",
            "stageName", "another",
            "passthroughBehavior", "WHEN_NO_MATCH",
            "pathPart", "part");

    private static final Map<String, List<String>> PATCH_PATHS = patchPaths();

    private final Random random = new Random(SEED);
    private LiveApi live;
    private RawClient client;

    @BeforeEach
    void connect() throws IOException {
        live = new LiveApi();
        client = new RawClient();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void noBodyIsAFaultOfTheServer() throws IOException {
        List<JavaOperation> operations = JavaOperation.all(OperationTable.class).stream()
                .filter(operation -> operation.body().isPresent())
                .toList();
        Map<String, Operation> table = new TreeMap<>();
        new OperationTable().all().forEach(operation -> table.put(operation.name(), operation));
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < CALLS; i++) {
            JavaOperation operation = operations.get(i % operations.size());
            ObjectNode body = NODES.objectNode();
            fill(body, operation.body().orElseThrow(), operation.name());
            for (int spoilt = random.nextInt(4); spoilt > 0; spoilt--) {
                spoil(body);
            }
            Answer answer = client.call(
                    operation.verb(),
                    live.pathTo(Objects.requireNonNull(table.get(operation.name()))),
                    ascii(body),
                    List.of());
            statuses.merge(answer.status(), 1, Integer::sum);
            assertThat(answer.status())
                    .as("%d: %s %s: %s", i, operation.name(), body, answer)
                    .isLessThan(500);
            if (answer.status() >= 300) {
                assertThat(answer.headers()).containsKey("x-amzn-errortype");
                assertThat(JSON.readTree(answer.body()).path("message").isTextual())
                        .isTrue();
            }
        }
        System.out.println("spoilt bodies, answers by status: " + statuses);
        // Neither all refused nor all taken, or nothing was tried.
        assertThat(statuses.getOrDefault(201, 0)).isGreaterThan(20);
        assertThat(statuses.getOrDefault(400, 0)).isGreaterThan(200);
    }

    /** All that is not ASCII goes out as an escape: halves of pairs too, which no UTF-8 could carry. */
    private static byte[] ascii(JsonNode body) throws IOException {
        return JSON.writer()
                .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                .writeValueAsString(body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void fill(ObjectNode body, Class<?> record, String operation) {
        for (RecordComponent component : record.getRecordComponents()) {
            boolean required = component.isAnnotationPresent(Required.class);
            if (required || random.nextInt(3) == 0 || component.getName().equals("patchOperations")) {
                body.set(component.getName(), value(component, operation));
            }
        }
    }

    private JsonNode value(RecordComponent component, String operation) {
        OneOf choices = component.getAnnotation(OneOf.class);
        String known = KNOWN.get(component.getName());
        if (component.getName().equals("path")) {
            return NODES.textNode(patchPath(operation));
        }
        if (component.getType() == String.class && choices != null) {
            return NODES.textNode(choices.value()[random.nextInt(choices.value().length)]);
        }
        if (component.getType() == String.class && known != null) {
            return NODES.textNode(live.parameters().getOrDefault(known, known));
        }
        return value(component.getGenericType(), operation);
    }

    private JsonNode value(Type type, String operation) {
        if (type instanceof ParameterizedType many) {
            Type element = many.getActualTypeArguments()[many.getActualTypeArguments().length - 1];
            if (many.getRawType() == List.class) {
                ArrayNode list = NODES.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(element, operation));
                }
                return list;
            }
            ObjectNode map = NODES.objectNode();
            for (int i = random.nextInt(3); i > 0; i--) {
                map.set(text(), value(element, operation));
            }
            return map;
        }
        if (type == String.class) {
            return NODES.textNode(text());
        }
        if (type == Boolean.class) {
            return NODES.booleanNode(random.nextBoolean());
        }
        if (type == Integer.class || type == Long.class) {
            return NODES.numberNode(random.nextInt(100_000));
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            ObjectNode members = NODES.objectNode();
            fill(members, record, operation);
            return members;
        }
        return NODES.numberNode(random.nextDouble() * 100);
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String patchPath(String operation) {
        List<String> paths = PATCH_PATHS.getOrDefault(operation, List.of("/name"));
        return paths.get(random.nextInt(paths.size())).replaceAll("\\{[^}]+}", "a");
    }

    /** Replaces something within the body, however deep, by something else. */
    private void spoil(ObjectNode body) {
        List<Runnable> places = new ArrayList<>();
        collect(body, places);
        places.add(() -> body.set(text(), junk()));
        places.get(random.nextInt(places.size())).run();
    }

    private void collect(JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                places.add(() -> object.set(entry.getKey(), junk()));
                collect(entry.getValue(), places);
            });
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int place = i;
                places.add(() -> list.set(place, junk()));
                collect(list.get(i), places);
            }
        }
    }

    private JsonNode junk() {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(true);
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(new BigDecimal("-1.5e300"));
            case 4 -> NODES.objectNode().set(text(), NODES.textNode(text()));
            case 5 -> NODES.arrayNode().add(text());
            default -> NODES.textNode(text());
        };
    }

    private static Map<String, List<String>> patchPaths() {
        try {
            Map<String, List<String>> paths = new TreeMap<>();
            for (JsonNode row : JSON.readTree(
                    Path.of("..", "cli-schemas", "patch-paths.json").toFile())) {
                paths.computeIfAbsent(row.path("operation").asText(), operation -> new ArrayList<>())
                        .add(row.path("path").asText());
            }
            return paths;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
