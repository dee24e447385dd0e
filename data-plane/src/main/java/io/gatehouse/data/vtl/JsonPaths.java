// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.TypeRef;
import com.jayway.jsonpath.spi.json.AbstractJsonProvider;
import com.jayway.jsonpath.spi.mapper.MappingProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * JSONPath over the values of {@link JsonText}, every step charged to the budget. Filters with a regular expression
 * ({@code =~}) are refused: the library gives no hold on how long they run.
 */
final class JsonPaths {
    /** Paths are written in templates, so they are few; a template that makes them up must not fill the memory. */
    private static final int CACHED = 1_000;

    private static final Map<String, JsonPath> COMPILED = new ConcurrentHashMap<>();

    private static final Configuration CONFIGURATION = Configuration.builder()
            .jsonProvider(new Tree())
            .mappingProvider(new NoMapping())
            .build();

    private JsonPaths() {}

    /** What the path finds; null where it finds nothing. */
    static @Nullable Object find(JsonText.Document document, String path) {
        Object root = document.root();
        if (path.equals("$") || root == null) {
            return root;
        }
        Budget.current().paths(document.longestPath());
        try {
            return compiled(path).<@Nullable Object>read(root, CONFIGURATION);
        } catch (PathNotFoundException nothing) {
            return null;
        } catch (JsonPathException | IllegalArgumentException invalid) {
            throw new TemplateFailureException(
                    TemplateFailureException.Reason.ERROR, "The mapping template uses a JSONPath that is not valid");
        }
    }

    private static JsonPath compiled(String path) {
        JsonPath known = COMPILED.get(path);
        if (known != null) {
            return known;
        }
        if (path.contains("=~")) {
            throw new TemplateFailureException(
                    TemplateFailureException.Reason.ERROR,
                    "The mapping template uses a JSONPath with a regular expression, which is not supported");
        }
        Budget.current().expression(path.length());
        JsonPath compiled = JsonPath.compile(path);
        if (COMPILED.size() < CACHED) {
            COMPILED.put(path, compiled);
        }
        return compiled;
    }

    /** The library's view of our values. Its look-ups all come through here, so this is where they are charged. */
    private static final class Tree extends AbstractJsonProvider {
        @Override
        public boolean isMap(@Nullable Object value) {
            Budget.current().lookUp();
            return value instanceof Map;
        }

        @Override
        public Collection<String> getPropertyKeys(Object map) {
            Collection<String> keys = super.getPropertyKeys(map);
            Budget.current().step(keys.size());
            return keys;
        }

        @Override
        public Iterable<?> toIterable(Object list) {
            Budget.current().lookUp();
            return super.toIterable(list);
        }

        @Override
        public Object getArrayIndex(Object list, int index) {
            Budget.current().lookUp();
            return super.getArrayIndex(list, index);
        }

        @Override
        public Object getMapValue(Object map, String key) {
            Budget.current().lookUp();
            return super.getMapValue(map, key);
        }

        @Override
        public Object createArray() {
            return new JsonList(4);
        }

        @Override
        public Object createMap() {
            return new LinkedHashMap<String, Object>();
        }

        @Override
        @SuppressWarnings("NullAway") // the library is not annotated and takes JSON null
        public Object parse(String json) {
            try {
                return JsonText.read(json).root();
            } catch (IOException e) {
                throw new InvalidJsonException(e);
            }
        }

        @Override
        public Object parse(InputStream json, String charset) {
            throw new UnsupportedOperationException("texts only");
        }

        @Override
        public String toJson(Object value) {
            return Printer.json(value, Budget.current());
        }
    }

    /** Results are never mapped to classes. */
    private static final class NoMapping implements MappingProvider {
        @Override
        public <T> T map(Object source, Class<T> target, Configuration configuration) {
            return target.cast(source);
        }

        @Override
        public <T> T map(Object source, TypeRef<T> target, Configuration configuration) {
            throw new UnsupportedOperationException("results are not mapped");
        }
    }
}
