// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.AwsException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** What holds of any patch list, on a noun with one member of each kind. */
class PatchPropertiesTest {
    private static final String SEED = "20261125";
    private static final int TRIES = 300;

    private static final PatchTable<Draft> TABLE = PatchTable.<Draft>of("UpdateNoun", PatchWording.namingOps())
            .replaceOptional("/description", (draft, value) -> draft.description = value)
            .replace("/size", PatchValue.number(Integer::valueOf, "Invalid size"), (draft, value) -> draft.size = value)
            .entries("/variables/{name}", PatchValue.text(), draft -> draft.variables)
            .replace(
                    "/{path+}/{verb}/rate",
                    PatchValue.text(),
                    (draft, at, value) -> draft.rates.put(at.get("path") + " " + at.get("verb"), value))
            .build();

    /** Flat members by name, as the nouns' own update operations work: a draft is patched, and then taken over whole. */
    private static final class Noun {
        private Map<String, String> members = new TreeMap<>(Map.of("size", "1", "variables/a", "old"));

        void update(List<PatchOperation> operations) {
            Draft draft = new Draft(members);
            TABLE.apply(draft, operations);
            members = draft.members();
        }
    }

    private static final class Draft {
        @Nullable
        String description;

        int size;
        final DraftMap<String> variables;
        final Map<String, String> rates = new TreeMap<>();

        Draft(Map<String, String> members) {
            description = members.get("description");
            size = Integer.parseInt(members.getOrDefault("size", "0"));
            variables = new DraftMap<>(below("variables/", members), "Invalid variable name specified");
            rates.putAll(below("rates/", members));
        }

        private static Map<String, String> below(String prefix, Map<String, String> members) {
            Map<String, String> found = new TreeMap<>();
            members.forEach((name, value) -> {
                if (name.startsWith(prefix)) {
                    found.put(name.substring(prefix.length()), value);
                }
            });
            return found;
        }

        Map<String, String> members() {
            Map<String, String> members = new TreeMap<>();
            if (description != null) {
                members.put("description", description);
            }
            members.put("size", String.valueOf(size));
            Map<String, String> present = variables.entries();
            if (present != null) {
                present.forEach((name, value) -> members.put("variables/" + name, value));
            }
            rates.forEach((name, value) -> members.put("rates/" + name, value));
            return members;
        }
    }

    @Property(seed = SEED, tries = TRIES)
    void aRefusedListChangesNothingAndAnAcceptedOneIsItsOperationsInOrder(
            @ForAll("lists") List<PatchOperation> operations) {
        Map<String, String> model = new TreeMap<>(new Noun().members);
        boolean possible = operations.stream().allMatch(operation -> apply(operation, model));
        Noun noun = new Noun();
        if (possible) {
            noun.update(operations);
            assertThat(noun.members).isEqualTo(model);
        } else {
            assertThatThrownBy(() -> noun.update(operations)).isInstanceOf(AwsException.class);
            assertThat(noun.members).isEqualTo(new Noun().members);
        }
    }

    @Property(seed = SEED, tries = TRIES)
    void aListIsAcceptedWhenItsOperationsAreOneByOne(@ForAll("lists") List<PatchOperation> operations) {
        Noun atOnce = new Noun();
        Noun oneByOne = new Noun();
        boolean possible = operations.stream().allMatch(operation -> accepts(oneByOne, List.of(operation)));
        assertThat(accepts(atOnce, operations)).isEqualTo(possible);
        if (possible) {
            assertThat(atOnce.members).isEqualTo(oneByOne.members);
        }
    }

    @Property(seed = SEED, tries = TRIES)
    void whateverStandsInAnOperationIsDoneOrRefused(
            @ForAll("anything") @Nullable String op,
            @ForAll("anything") @Nullable String path,
            @ForAll("anything") @Nullable String value) {
        accepts(new Noun(), List.of(new PatchOperation(op, path, value, path)));
    }

    @Property(seed = SEED, tries = TRIES)
    void anyTextIsANameOnceItIsEscaped(@ForAll("texts") String name, @ForAll("texts") String value) {
        Noun noun = new Noun();
        noun.update(List.of(PatchOperation.of("add", "/variables/" + escaped("x" + name), value)));
        assertThat(noun.members).containsEntry("variables/x" + name, value);
    }

    @Property(seed = SEED, tries = TRIES)
    void anEscapedTextIsOneSegmentThatStandsForIt(@ForAll("texts") String text, @ForAll("texts") String other) {
        List<String> segments = JsonPointer.split("/" + escaped(text) + "/" + escaped(other));
        assertThat(segments.stream().map(JsonPointer::unescape)).containsExactly(text, other);
    }

    /** False when the operation cannot be. */
    private static boolean apply(PatchOperation operation, Map<String, String> model) {
        String path = String.valueOf(operation.path());
        String value = operation.value() == null ? "" : operation.value();
        return switch (operation.op() + " " + path) {
            case "replace /description" -> {
                model.put("description", value);
                yield value.isEmpty() ? model.remove("description") != null : true;
            }
            case "replace /size" -> value.matches("\\d") && model.put("size", value) != null;
            case "replace /a/b/GET/rate" -> {
                model.put("rates/a/b GET", value);
                yield true;
            }
            default -> variable(String.valueOf(operation.op()), path, value, model);
        };
    }

    private static boolean variable(String op, String path, String value, Map<String, String> model) {
        if (!path.matches("/variables/[^/]+")) {
            return false;
        }
        String name = "variables/"
                + path.substring("/variables/".length()).replace("~1", "/").replace("~0", "~");
        return switch (op) {
            case "add" -> {
                model.put(name, value);
                yield true;
            }
            case "replace" -> model.replace(name, value) != null;
            case "remove" -> model.remove(name) != null;
            default -> false;
        };
    }

    private static boolean accepts(Noun noun, List<PatchOperation> operations) {
        try {
            noun.update(operations);
            return true;
        } catch (AwsException refused) {
            return false;
        }
    }

    private static String escaped(String text) {
        return text.replace("~", "~0").replace("/", "~1");
    }

    /** Mostly operations that are possible, so that whole lists are accepted often enough. */
    @Provide
    Arbitrary<List<PatchOperation>> lists() {
        Arbitrary<PatchOperation> possible = Combinators.combine(
                        Arbitraries.of(
                                "replace /description",
                                "replace /size",
                                "replace /a/b/GET/rate",
                                "add /variables/a",
                                "add /variables/b~1c",
                                "add /variables/~01",
                                "replace /variables/a",
                                "replace /variables/b~1c",
                                "remove /variables/a",
                                "remove /variables/~01"),
                        Arbitraries.of("", "1", "2", "3", "4"))
                .as(PatchPropertiesTest::operation);
        Arbitrary<PatchOperation> impossible = Combinators.combine(
                        Arbitraries.of(
                                "add /description",
                                "replace /nothing",
                                "add /variables/",
                                "test /size",
                                "remove /a/GET/rate"),
                        Arbitraries.of("", "x"))
                .as(PatchPropertiesTest::operation);
        return Arbitraries.frequencyOf(Tuple.of(40, possible), Tuple.of(1, impossible))
                .list()
                .ofMaxSize(12);
    }

    private static PatchOperation operation(String opAndPath, String value) {
        String[] parts = opAndPath.split(" ");
        return PatchOperation.of(parts[0], parts[1], value);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(30)
                .injectDuplicates(0.1)
                .flatMap(text -> Arbitraries.of("", "/", "~", "~0", "~1", "~01", "{a}", "{a+}")
                        .map(special -> text + special + text));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                        Arbitraries.of("add", "remove", "move", "test", "replace", "copy"),
                        Arbitraries.of(
                                "/size", "/variables/a", "/variables", "//", "/", "", "/a//GET/rate", "/////rate"),
                        texts(),
                        texts().map(text -> "/" + text))
                .injectNull(0.1);
    }
}
