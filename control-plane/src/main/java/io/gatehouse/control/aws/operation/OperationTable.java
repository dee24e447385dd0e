// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All 124 operations, found by verb, path and query. */
@Singleton
public final class OperationTable {

    private static final String RESOURCE = "cli-schemas/operations.json";

    /** What no path parameter can be: nothing, and the dot segments that layers below would resolve. */
    private static final Pattern NO_NAME = Pattern.compile("(\\.|%2[eE]){0,2}");

    private final List<Operation> operations;
    private final Map<Shape, List<Row>> rows = new HashMap<>();

    /** The table of this release. */
    public OperationTable() {
        this(read());
    }

    OperationTable(List<Operation> operations) {
        this.operations = List.copyOf(operations);
        for (Operation operation : operations) {
            List<String> segments = split(operation.path());
            rows.computeIfAbsent(new Shape(operation.method(), segments.size()), shape -> new ArrayList<>())
                    .add(new Row(operation, segments));
        }
        // A fixed query and literal segments are more specific than their absence.
        Comparator<Row> specific = Comparator.<Row, Boolean>comparing(row -> row.operation.query() == null)
                .thenComparing(Row::captures);
        rows.values().forEach(list -> list.sort(specific));
    }

    /** Every operation, sorted by name. */
    public List<Operation> all() {
        return operations;
    }

    /**
     * The operation that a request means.
     *
     * @param rawPath the path as received, still percent-encoded
     * @param rawQuery the query as received; absent when there is none
     */
    public Optional<Operation> find(String method, String rawPath, @Nullable String rawQuery) {
        if (rawPath.indexOf(';') >= 0) {
            // No identifier has one, and JAX-RS would take what follows for matrix parameters and drop it.
            return Optional.empty();
        }
        List<String> segments = split(rawPath);
        return rows.getOrDefault(new Shape(method, segments.size()), List.of()).stream()
                .filter(row -> row.matches(segments, rawQuery))
                .map(Row::operation)
                .findFirst();
    }

    private static List<String> split(String path) {
        int end = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
        return List.of(path.substring(path.startsWith("/") ? 1 : 0, end).split("/", -1));
    }

    private static List<Operation> read() {
        try (InputStream in = OperationTable.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(RESOURCE + " is not part of the program");
            }
            List<Operation> operations = new ArrayList<>();
            for (JsonNode row : new ObjectMapper().readTree(in)) {
                operations.add(new Operation(
                        row.path("operation").asText(),
                        row.path("method").asText(),
                        row.path("path").asText(),
                        row.path("query").asText(null),
                        row.path("status").asInt()));
            }
            return operations;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Shape(String method, int segments) {}

    private record Row(Operation operation, List<String> segments) {

        boolean matches(List<String> actual, @Nullable String rawQuery) {
            for (int i = 0; i < segments.size(); i++) {
                boolean same = isCapture(i)
                        ? !NO_NAME.matcher(actual.get(i)).matches()
                        : segments.get(i).equals(actual.get(i));
                if (!same) {
                    return false;
                }
            }
            String fixed = operation.query();
            return fixed == null
                    || (rawQuery != null && List.of(rawQuery.split("&")).contains(fixed));
        }

        int captures() {
            int count = 0;
            for (int i = 0; i < segments.size(); i++) {
                count += isCapture(i) ? 1 : 0;
            }
            return count;
        }

        private boolean isCapture(int index) {
            return segments.get(index).startsWith("{");
        }
    }
}
