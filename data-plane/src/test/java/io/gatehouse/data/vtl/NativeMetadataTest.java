// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.velocity.runtime.RuntimeConstants;
import org.junit.jupiter.api.Test;

/**
 * A native executable finds what Velocity and the JSONPath library load by name only if it is listed. What templates call
 * needs no entry: {@link Vocabulary} uses no reflection.
 */
class NativeMetadataTest {
    private static final String FILE = "/META-INF/native-image/io.gatehouse/data-plane/reachability-metadata.json";
    private static final String DEFAULTS = "org/apache/velocity/runtime/defaults/";

    private final JsonNode metadata = metadata();

    @Test
    void everyClassThatVelocityLoadsByNameIsListed() throws IOException {
        Properties directives = new Properties();
        try (InputStream in = getClass().getResourceAsStream('/' + DEFAULTS + "directive.properties")) {
            directives.load(in);
        }
        assertThat(directives.values()).hasSizeGreaterThan(5).allSatisfy(name -> assertConstructor((String) name));
        for (String key : List.of(RuntimeConstants.PARSER_POOL_CLASS, RuntimeConstants.UBERSPECT_CLASSNAME)) {
            assertConstructor(TemplateEngine.SHARED.getString(key));
        }
        assertConstructor(RuntimeConstants.DEFAULT_PARSER_CLASS, "org.apache.velocity.runtime.RuntimeServices");
    }

    @Test
    void everyFunctionOfJsonPathIsListed() throws ReflectiveOperationException {
        Field functions = Class.forName("com.jayway.jsonpath.internal.function.PathFunctionFactory")
                .getDeclaredField("FUNCTIONS");
        functions.setAccessible(true);
        assertThat(((Map<?, ?>) functions.get(null)).values())
                .hasSizeGreaterThan(5)
                .allSatisfy(function -> assertConstructor(((Class<?>) function).getName()));
    }

    @Test
    void whatVelocityAsksValuesIsListed() {
        assertThat(methods().get(Absent.class.getName())).contains("getAsBoolean()");
        assertThat(methods().get("org.apache.velocity.runtime.directive.Block$Reference"))
                .contains("getAsBoolean()");
    }

    @Test
    void velocitysDefaultsAreListed() {
        assertThat(metadata.get("resources").findValuesAsText("glob"))
                .contains(DEFAULTS + "velocity.properties", DEFAULTS + "directive.properties");
    }

    @Test
    void everyListedClassAndMethodOfThisPackageExists() {
        for (String type : methods().keySet()) {
            if (type.startsWith("org.apache.velocity.")
                    || type.startsWith("com.jayway.")
                    || type.contains(".data.vtl.")) {
                assertThatCode(() -> Class.forName(type)).doesNotThrowAnyException();
            }
        }
    }

    private void assertConstructor(String type, String... parameters) {
        assertThat(methods()).containsKey(type);
        assertThat(methods().get(type)).contains("<init>(" + String.join(",", parameters) + ")");
    }

    private Map<String, Set<String>> methods() {
        Map<String, Set<String>> methods = new HashMap<>();
        for (JsonNode entry : metadata.get("reflection")) {
            Set<String> signatures = methods.computeIfAbsent(entry.get("type").asText(), any -> new HashSet<>());
            for (JsonNode method : entry.path("methods")) {
                StringJoiner signature =
                        new StringJoiner(",", method.get("name").asText() + "(", ")");
                method.path("parameterTypes").forEach(parameter -> signature.add(parameter.asText()));
                signatures.add(signature.toString());
            }
        }
        return methods;
    }

    private static JsonNode metadata() {
        try (InputStream in = NativeMetadataTest.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
