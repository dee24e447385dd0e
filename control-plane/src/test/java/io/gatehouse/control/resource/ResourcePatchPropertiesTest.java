// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.patch.PatchOperation;
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

/** What holds of any patch list on a resource's draft. */
class ResourcePatchPropertiesTest {

    @Property(seed = "20261125", tries = 300)
    void aDraftIsWhatItsOperationsInOrderMakeOfItAndTheResourceStaysAsItIs(
            @ForAll("lists") List<PatchOperation> operations) {
        Resource resource = Resource.root("root", "api").child("id", "part");
        ResourceEdit edit = new ResourceEdit(resource);
        Map<String, String> model = new TreeMap<>(Map.of("/parentId", "root", "/pathPart", "part"));
        boolean possible = operations.stream()
                .allMatch(operation -> "replace".equals(operation.op())
                        && model.replace(String.valueOf(operation.path()), String.valueOf(operation.value())) != null);
        if (possible) {
            ResourcePatch.TABLE.apply(edit, operations);
            assertThat(edit.parentId).isEqualTo(model.get("/parentId"));
            assertThat(edit.pathPart).isEqualTo(model.get("/pathPart"));
        } else {
            assertThatThrownBy(() -> ResourcePatch.TABLE.apply(edit, operations))
                    .isInstanceOf(AwsException.class);
            assertThat(edit.changes(resource)).isFalse();
        }
        assertThat(resource.parentId).isEqualTo("root");
        assertThat(resource.pathPart).isEqualTo("part");
        assertThat(resource.path).isEqualTo("/part");
    }

    @Provide
    Arbitrary<List<PatchOperation>> lists() {
        Arbitrary<String> values = Arbitraries.strings().all().ofMaxLength(10);
        Arbitrary<PatchOperation> possible = Combinators.combine(Arbitraries.of("/parentId", "/pathPart"), values)
                .as((path, value) -> PatchOperation.of("replace", path, value));
        Arbitrary<PatchOperation> anything = Combinators.combine(
                        Arbitraries.of("replace", "add", "remove", "wrong"),
                        Arbitraries.of("/parentId", "/pathPart/", "/path", "pathPart", "", "/"),
                        values)
                .as(PatchOperation::of);
        return Arbitraries.frequencyOf(Tuple.of(20, possible), Tuple.of(1, anything))
                .list()
                .ofMaxSize(10);
    }
}
