// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.NotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatchTableTest {

    /** A noun with one member of each kind. */
    private static final class Noun {
        private @Nullable String description = "old";
        private int size = 1;
        private final Map<String, String> variables = new LinkedHashMap<>();
        private final List<String> log = new ArrayList<>();
    }

    private static final PatchTable<Noun> TABLE = table(PatchWording.namingOps());

    private static PatchTable<Noun> table(PatchWording wording) {
        return PatchTable.<Noun>of("UpdateNoun", wording)
                .replaceOptional("/description", (noun, value) -> noun.description = value)
                .replace(
                        "/size",
                        PatchValue.number(Integer::valueOf, "Invalid size"),
                        (noun, value) -> noun.size = value)
                .add(
                        "/variables/{name}",
                        PatchValue.text(),
                        (noun, at, value) -> noun.variables.put(at.get("name"), value))
                .remove("/variables/{name}", (noun, at) -> {
                    if (noun.variables.remove(at.get("name")) == null) {
                        throw NotFoundException.of("Invalid variable name specified");
                    }
                })
                .replace(
                        "/{path+}/{verb}/rate",
                        PatchValue.text(),
                        (noun, at, value) -> noun.log.add(at.get("path") + " " + at.get("verb") + " " + value))
                .copy(
                        "/draft",
                        "/live",
                        PatchValue.refusing("Invalid copy source"),
                        (noun, at) -> noun.log.add("copied"))
                .build();
    }

    @Test
    void anAcceptedListIsAppliedInItsOrder() {
        Noun noun = new Noun();
        TABLE.apply(
                noun,
                List.of(
                        op("replace", "/description", "new"),
                        op("add", "/variables/a", "1"),
                        op("add", "/variables/a", "2"),
                        op("add", "/variables/b", "3"),
                        op("remove", "/variables/b", null)));
        assertThat(noun.description).isEqualTo("new");
        assertThat(noun.variables).isEqualTo(Map.of("a", "2"));
    }

    @Test
    void aRefusedListChangesNothing() {
        for (PatchOperation wrong : List.of(
                op("replace", "/size", "x"),
                op("replace", "/nothing", "x"),
                op("add", "/description", "x"),
                op("replace", "/variables/", "x"),
                new PatchOperation("replace", null, null, null),
                new PatchOperation(null, "/description", "x", null))) {
            Noun noun = new Noun();
            List<PatchOperation> list =
                    List.of(op("replace", "/description", "new"), op("add", "/variables/a", "1"), wrong);
            assertThatThrownBy(() -> TABLE.apply(noun, list)).as("%s", wrong).isInstanceOf(BadRequestException.class);
            assertThat(noun.description).isEqualTo("old");
            assertThat(noun.variables).isEmpty();
        }
    }

    @Test
    void noListChangesNothing() {
        Noun noun = new Noun();
        TABLE.apply(noun, null);
        TABLE.apply(noun, List.of());
        assertThat(noun.description).isEqualTo("old");
    }

    @Test
    void anEmptyTextAndNoTextUnsetAMember() {
        for (String value : new String[] {"", null}) {
            Noun noun = new Noun();
            TABLE.apply(noun, List.of(op("replace", "/description", value)));
            assertThat(noun.description).isNull();
        }
    }

    @Test
    void capturesAreUnescapedInTheRightOrder() {
        Noun noun = new Noun();
        TABLE.apply(noun, List.of(op("add", "/variables/image~1png", "1"), op("add", "/variables/~01", "2")));
        assertThat(noun.variables).isEqualTo(Map.of("image/png", "1", "~1", "2"));
    }

    @Test
    void aGreedyCaptureTakesOneSegmentOrMore() {
        Noun noun = new Noun();
        TABLE.apply(
                noun,
                List.of(
                        op("replace", "/pets/GET/rate", "1"),
                        op("replace", "/a/b/c/ANY/rate", "2"),
                        op("replace", "/~1a~1b/GET/rate", "3"),
                        op("replace", "/*/*/rate", "4")));
        assertThat(noun.log).containsExactly("pets GET 1", "a/b/c ANY 2", "/a/b GET 3", "* * 4");
    }

    @Test
    void copyTakesItsOneSourceOnly() {
        Noun noun = new Noun();
        TABLE.apply(noun, List.of(new PatchOperation("copy", "/live", null, "/draft")));
        assertThat(noun.log).containsExactly("copied");
        assertThatThrownBy(() -> TABLE.apply(noun, List.of(new PatchOperation("copy", "/live", null, "/size"))))
                .hasMessage("Invalid copy source");
    }

    @Test
    void aNounMayListTheOpsOfAPath() {
        refused(TABLE, op("add", "/description", "x"))
                .hasMessage("Invalid patch operation specified. Must be one of: [replace]");
        refused(TABLE, op("replace", "/x", "x")).hasMessage("Invalid patch path /x");
        refused(TABLE, new PatchOperation("replace", null, "x", null)).hasMessage("Invalid patch path null");
        refused(TABLE, op("replace", "description", "x")).hasMessage("Invalid patch path description");
    }

    @Test
    void aNounMayNameThePathWhateverIsWrong() {
        refused(table(PatchWording.naming()), op("add", "/description", "x"))
                .hasMessage("Invalid patch path /description");
    }

    @Test
    void aNounMayListThePathsOfAnOp() {
        PatchTable<Noun> listing = PatchTable.<Noun>of("UpdateNoun", PatchWording.listing())
                .replace("/parentId", PatchValue.text(), (noun, value) -> {})
                .replace("/pathPart", PatchValue.text(), (noun, value) -> {})
                .build();
        refused(listing, op("replace", "/invalid", "x"))
                .hasMessage("Invalid patch path  '/invalid' specified for op 'replace'."
                        + " Must be one of: [/parentId, /pathPart]");
        refused(listing, op("remove", "/pathPart", null))
                .hasMessage("Invalid patch path  '/pathPart' specified for op 'remove'."
                        + " Please choose supported operations");
    }

    @Test
    void aNounMayHaveWordsOfItsOwn() {
        PatchTable<Noun> own = table(PatchWording.fixed("Invalid method setting path: ", ". Must be one of: [/x]"));
        refused(own, op("replace", "/tags", "x"))
                .hasMessage("Invalid method setting path: /tags. Must be one of: [/x]");
        refused(own, op("add", "/size", "x")).hasMessage("Invalid add operation with path: /size");
    }

    @Test
    void theTableListsItsPaths() {
        assertThat(TABLE.paths())
                .containsEntry("/variables/{name}", List.of(PatchOp.ADD, PatchOp.REMOVE))
                .containsEntry("/size", List.of(PatchOp.REPLACE));
        assertThat(TABLE.paths().keySet()).first().isEqualTo("/description");
    }

    @Test
    void aRefusalHasItsOwnWordsAndIsNoPath() {
        PatchTable<Noun> table = PatchTable.<Noun>of("UpdateNoun", PatchWording.listing())
                .replace("/size", PatchValue.text(), (noun, value) -> {})
                .refuse(PatchOp.ADD, "/size", "No more of it")
                .refuse(PatchOp.REPLACE, "/log/{other}", "Wrong log path")
                .build();
        refused(table, op("add", "/size", "x")).hasMessage("No more of it");
        refused(table, op("replace", "/log/x", "x")).hasMessage("Wrong log path");
        refused(table, op("remove", "/log/x", "x"))
                .hasMessage("Invalid patch path  '/log/x' specified for op 'remove'."
                        + " Please choose supported operations");
        assertThat(table.paths()).isEqualTo(Map.of("/size", List.of(PatchOp.REPLACE)));
    }

    @Test
    void aCaptureIsReadAsItWasWrittenToo() {
        Captures at = new Captures(Map.of("type", "image~1png"));
        assertThat(at.get("type")).isEqualTo("image/png");
        assertThat(at.escaped("type")).isEqualTo("image~1png");
    }

    @Test
    void aPathAndOpStandInTheTableOnce() {
        PatchTable.Builder<Noun> builder =
                PatchTable.<Noun>of("UpdateNoun", PatchWording.naming()).remove("/a", (noun, at) -> {});
        assertThatThrownBy(() -> builder.remove("/a", (noun, at) -> {})).isInstanceOf(IllegalArgumentException.class);
    }

    private static AbstractThrowableAssert<?, ?> refused(PatchTable<Noun> table, PatchOperation operation) {
        return assertThatThrownBy(() -> table.apply(new Noun(), List.of(operation)))
                .isInstanceOf(BadRequestException.class);
    }

    private static PatchOperation op(String op, String path, @Nullable String value) {
        return PatchOperation.of(op, path, value);
    }
}
