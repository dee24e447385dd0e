// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.aws.error.BadRequestException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The patch paths of one noun: which path takes which op, how its value is read and what it changes. Paths are tried in
 * the order of the table and the first that fits decides, so literal paths stand before captures. Source: developer guide,
 * API reference, "Patch operations".
 *
 * <pre>{@code
 * static final PatchTable<StageEdit> TABLE = PatchTable.<StageEdit>of("UpdateStage", PatchWording.namingOps())
 *         .replaceOptional("/description", (stage, value) -> stage.description = value)
 *         .replace("/variables/{name}", PatchValue.text(), (stage, at, value) -> stage.variables.put(at.get("name"), value))
 *         .remove("/variables/{name}", (stage, at) -> stage.variables.remove(at.get("name")))
 *         .build();
 * }</pre>
 *
 * @param <T> what is changed: a draft of the noun, which the noun takes over when the whole list went well, so that a refused
 *     list changes nothing
 */
public final class PatchTable<T> {

    private final String operation;
    private final PatchWording wording;
    private final List<Row<T>> rows;

    private PatchTable(String operation, PatchWording wording, List<Row<T>> rows) {
        this.operation = operation;
        this.wording = wording;
        this.rows = List.copyOf(rows);
    }

    /**
     * A table to be filled.
     *
     * @param operation the AWS API action, such as {@code UpdateStage}
     * @param wording how it refuses
     */
    public static <T> Builder<T> of(String operation, PatchWording wording) {
        return new Builder<>(operation, wording);
    }

    /** The AWS API action whose paths these are. */
    public String operation() {
        return operation;
    }

    /**
     * Applies a list in its order. Every path, op and value is checked before the first change.
     *
     * @throws AwsException in the noun's words, for the first operation that cannot be
     */
    public void apply(T target, @Nullable List<PatchOperation> operations) {
        if (operations == null) {
            return;
        }
        List<Ready<T>> ready = new ArrayList<>(operations.size());
        for (PatchOperation operation : operations) {
            ready.add(prepare(operation));
        }
        ready.forEach(change -> change.run(target));
    }

    /** Every path that takes an op, with its ops, in the table's order. */
    public Map<String, List<PatchOp>> paths() {
        Map<String, List<PatchOp>> paths = new LinkedHashMap<>();
        for (Row<T> row : rows) {
            List<PatchOp> taken = row.taken();
            if (!taken.isEmpty()) {
                paths.put(row.path().template(), taken);
            }
        }
        return paths;
    }

    private Ready<T> prepare(PatchOperation operation) {
        Optional<PatchOp> op = PatchOp.of(operation.op());
        String path = operation.path();
        for (Row<T> row : rows) {
            Optional<Captures> at = path == null ? Optional.empty() : row.path().match(path);
            if (at.isEmpty()) {
                continue;
            }
            Step<T> step = op.isEmpty() ? null : row.steps().get(op.get());
            if (step != null) {
                return step.prepare(at.get(), operation);
            }
            List<PatchOp> taken = row.taken();
            if (!taken.isEmpty()) {
                throw wording.wrongOp(operation, taken, pathsOf(op));
            }
        }
        throw wording.unknownPath(operation, pathsOf(op));
    }

    private List<String> pathsOf(Optional<PatchOp> op) {
        return rows.stream()
                .filter(row -> op.isPresent() && row.taken().contains(op.get()))
                .map(row -> row.path().template())
                .toList();
    }

    /** A path with what is done for each op, refusals in words of their own included. */
    private record Row<T>(PatchPath path, Map<PatchOp, Step<T>> steps, Set<PatchOp> refused) {
        Row(PatchPath path) {
            this(path, new EnumMap<>(PatchOp.class), EnumSet.noneOf(PatchOp.class));
        }

        List<PatchOp> taken() {
            return steps.keySet().stream().filter(op -> !refused.contains(op)).toList();
        }
    }

    /** Parses the value of one operation. */
    private interface Step<T> {
        Ready<T> prepare(Captures at, PatchOperation operation);
    }

    /** One operation with its value parsed. */
    private interface Ready<T> {
        void run(T target);
    }

    /** Collects the rows of a table. */
    public static final class Builder<T> {

        private final String operation;
        private final PatchWording wording;
        private final Map<String, Row<T>> rows = new LinkedHashMap<>();

        private Builder(String operation, PatchWording wording) {
            this.operation = operation;
            this.wording = wording;
        }

        /** One op of one path. */
        public <V extends @Nullable Object> Builder<T> on(
                PatchOp op, String path, PatchValue<V> value, PatchChange<T, V> change) {
            Step<T> step = (at, operation) -> {
                V parsed = value.parse(operation);
                return target -> change.apply(target, at, parsed);
            };
            put(op, path, step);
            return this;
        }

        /** One op of one path that is refused in words of its own; it is not among the paths that the noun has. */
        public Builder<T> refuse(PatchOp op, String path, String message) {
            put(op, path, (at, operation) -> {
                        throw BadRequestException.of(message);
                    })
                    .refused()
                    .add(op);
            return this;
        }

        private Row<T> put(PatchOp op, String path, Step<T> step) {
            Row<T> row = rows.computeIfAbsent(path, template -> new Row<>(new PatchPath(template)));
            if (row.steps().put(op, step) != null) {
                throw new IllegalArgumentException("twice in the table: " + op.wire() + " " + path);
            }
            return row;
        }

        /** {@code replace} of a path without captures. */
        public <V extends @Nullable Object> Builder<T> replace(
                String path, PatchValue<V> value, PatchSetter<T, V> change) {
            return on(PatchOp.REPLACE, path, value, (target, at, parsed) -> change.set(target, parsed));
        }

        /** {@code replace} of an optional text: an empty value, or none, unsets it. */
        public Builder<T> replaceOptional(String path, PatchSetter<T, @Nullable String> change) {
            return this.<@Nullable String>on(
                    PatchOp.REPLACE, path, PatchValue.optional(), (target, at, parsed) -> change.set(target, parsed));
        }

        /** {@code replace} of a path with captures. */
        public <V extends @Nullable Object> Builder<T> replace(
                String path, PatchValue<V> value, PatchChange<T, V> change) {
            return on(PatchOp.REPLACE, path, value, change);
        }

        /** {@code add} to a path. */
        public <V extends @Nullable Object> Builder<T> add(String path, PatchValue<V> value, PatchChange<T, V> change) {
            return on(PatchOp.ADD, path, value, change);
        }

        /** {@code remove} of a path; its value, if any, is not read. */
        public Builder<T> remove(String path, BiConsumer<T, Captures> change) {
            return on(PatchOp.REMOVE, path, PatchValue.text(), (target, at, ignored) -> change.accept(target, at));
        }

        /** {@code add}, {@code replace} and {@code remove} of the entries of a map; the path's one capture is their name. */
        public <V> Builder<T> entries(String path, PatchValue<V> value, Function<T, DraftMap<V>> map) {
            return add(path, value, (target, at, parsed) -> map.apply(target).add(at.only(), parsed))
                    .replace(
                            path,
                            value,
                            (target, at, parsed) -> map.apply(target).replace(at.only(), parsed))
                    .remove(path, (target, at) -> map.apply(target).remove(at.only()));
        }

        /**
         * {@code copy} to a path from the one source that is allowed.
         *
         * @param refusal refuses another source
         */
        public Builder<T> copy(String from, String path, PatchValue<String> refusal, BiConsumer<T, Captures> change) {
            PatchValue<String> source = operation -> from.equals(operation.from()) ? from : refusal.parse(operation);
            return on(PatchOp.COPY, path, source, (target, at, ignored) -> change.accept(target, at));
        }

        /** The table. */
        public PatchTable<T> build() {
            return new PatchTable<>(operation, wording, List.copyOf(rows.values()));
        }
    }
}
