// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.headers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderValuesTest {

    @Test
    void aValueStaysOnItsLine() {
        assertThat(HeaderValues.oneLine("a\r\nb: c\u0000\u007fd")).isEqualTo("a b: c d");
        assertThat(HeaderValues.oneLine("a\tb \u00e9")).isEqualTo("a\tb \u00e9");
    }

    @Test
    void aNameIsAToken() {
        assertThat("X-A_b.1 !#$%&'*+^`|~".split(" ")).allMatch(HeaderValues::isName);
        assertThat(new String[] {"", "a b", "a:b", "a\r\nb", "a\u007f", "\u00e9", "a,b", "a/b", "{a}"})
                .noneMatch(HeaderValues::isName);
    }
}
