// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final List<String> ALL =
            IntStream.range(0, 60).mapToObj("k%02d"::formatted).toList();

    @Test
    void aListHas25ElementsPerPageUnlessTheClientSaysOtherwise() {
        assertThat(first(null).item()).hasSize(25);
        assertThat(first(7).item()).hasSize(7);
    }

    @Test
    void noPageHasMoreThan500Elements() {
        assertThat(new PageRequest(null, 501).size()).isEqualTo(500);
    }

    @Test
    void aLimitThatIsNotPositiveGivesAnEmptyListAndNoPosition() {
        for (int limit : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThat(first(limit)).isEqualTo(new Page<String>(null, List.of()));
        }
    }

    @Test
    void thePositionsLeadThroughEveryElementOnceAndEnd() {
        List<String> seen = new ArrayList<>();
        String position = null;
        int pages = 0;
        do {
            Page<String> page = Page.cut(ALL, new PageRequest(position, 20), Function.identity());
            seen.addAll(page.item());
            position = page.position();
            pages++;
        } while (position != null);
        assertThat(seen).isEqualTo(ALL);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void anElementThatIsDeletedBetweenTwoPagesShiftsNothing() {
        Page<String> page = first(20);
        List<String> fewer = ALL.subList(20, ALL.size());
        Page<String> next = Page.cut(fewer, new PageRequest(page.position(), 20), Function.identity());
        assertThat(next.item()).startsWith("k20").hasSize(20);
    }

    @Test
    void keysOfAnyKindSurviveThePosition() {
        List<String> keys = List.of("a/b c", "ü", "ü:1:", "\uD83D\uDE00");
        Page<String> page = Page.of(keys, new PageRequest(null, 3), Function.identity());
        assertThat(new PageRequest(page.position(), null).after()).isEqualTo("ü:1:");
    }

    @Test
    void aPositionThatIsNotOursIsRefused() {
        for (String garbage : List.of("%", "abc", "a", "\u00e4\u00f6", "MToA", "MTphCg")) {
            assertThatThrownBy(() -> new PageRequest(garbage, null).after())
                    .isInstanceOf(BadRequestException.class)
                    .hasMessage("Invalid position parameter specified");
        }
    }

    private static Page<String> first(@Nullable Integer limit) {
        return Page.cut(ALL, new PageRequest(null, limit), Function.identity());
    }
}
