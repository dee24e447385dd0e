// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.patch.PatchTable;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of patch paths that users read is what the tables say; {@code -Dgatehouse.patch-paths=write} writes it anew. */
class PatchPathsTest {
    private static final Path LIST = Path.of("..", "cli-schemas", "patch-paths.json");

    @Test
    void theListOfPatchPathsIsWhatTheTablesSay() throws Exception {
        String expected = written(tables());
        if ("write".equals(System.getProperty("gatehouse.patch-paths"))) {
            Files.writeString(LIST, expected);
        }
        assertThat(LIST).hasContent(expected);
    }

    @Test
    void everyUpdateOperationHasATableAndEveryTableAnOperation() {
        Set<String> updates = JavaOperation.all(PatchTable.class).stream()
                .map(JavaOperation::name)
                .filter(name -> name.startsWith("Update"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tables().keySet()).isEqualTo(updates);
    }

    private static Map<String, PatchTable<?>> tables() {
        Map<String, PatchTable<?>> tables = new TreeMap<>();
        for (Class<?> patch : ProgramClasses.named("Patch", PatchTable.class)) {
            PatchTable<?> table = tableOf(patch);
            assertThat(tables.put(table.operation(), table))
                    .as(table.operation())
                    .isNull();
        }
        return tables;
    }

    private static PatchTable<?> tableOf(Class<?> patch) {
        try {
            Field field = patch.getDeclaredField("TABLE");
            field.setAccessible(true);
            return (PatchTable<?>) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(patch + " has no table", e);
        }
    }

    private static String written(Map<String, PatchTable<?>> tables) {
        List<String> lines = new ArrayList<>();
        tables.forEach((operation, table) -> table.paths()
                .forEach((path, ops) -> lines.add("  {\"operation\": \""
                        + operation + "\", \"path\": \"" + path + "\", \"ops\": ["
                        + ops.stream().map(op -> '"' + op.wire() + '"').collect(Collectors.joining(", ")) + "]}")));
        return "[\n" + String.join(",\n", lines) + "\n]\n";
    }
}
