// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.NotFoundException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftMapTest {

    @Test
    void isAbsentUntilSomethingIsAdded() {
        DraftMap<String> map = new DraftMap<>(null, "missing");
        assertThat(map.entries()).isNull();

        map.add("a", "1");
        map.add("a", "2");
        assertThat(map.entries()).isEqualTo(Map.of("a", "2"));
    }

    @Test
    void isAbsentAgainWhenItsLastEntryWent() {
        DraftMap<String> map = new DraftMap<>(Map.of("a", "1"), "missing");

        map.remove("a");
        assertThat(map.entries()).isNull();
    }

    @Test
    void staysEmptyWhenItWasGivenEmpty() {
        assertThat(new DraftMap<String>(Map.of(), "missing").entries()).isEmpty();
    }

    @Test
    void refusesToReplaceOrRemoveWhatIsNotThere() {
        DraftMap<String> absent = new DraftMap<>(null, "missing");
        DraftMap<String> other = new DraftMap<>(Map.of("a", "1"), "missing");

        for (DraftMap<String> map : List.of(absent, other)) {
            assertThatThrownBy(() -> map.replace("b", "2"))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("missing");
            assertThatThrownBy(() -> map.remove("b"))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("missing");
        }
        assertThat(other.entries()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void leavesWhatItWasCopiedFromAlone() {
        Map<String, String> original = new HashMap<>(Map.of("a", "1"));
        DraftMap<String> map = new DraftMap<>(original, "missing");

        map.replace("a", "2");
        map.add("b", "3");
        assertThat(original).isEqualTo(Map.of("a", "1"));
    }
}
