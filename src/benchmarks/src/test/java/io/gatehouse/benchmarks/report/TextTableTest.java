// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsAlignAndNumbersStandToTheRight() {
        TextTable table = new TextTable("work", "us");
        table.add(List.of("one resource", "9.10"));
        table.add(List.of("two", "1,234"));

        assertThat(table.toString()).isEqualTo("""
                        | work         |    us |
                        | ------------ | ----: |
                        | one resource |  9.10 |
                        | two          | 1,234 |
                        """);
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        TextTable table = new TextTable("work", "us");

        assertThatThrownBy(() -> table.add(List.of("alone"))).isInstanceOf(IllegalArgumentException.class);
    }
}
