// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionLimitTest {

    @ParameterizedTest
    @CsvSource({"1024,384", "20000,9872", "1048576,65536", "9223372036854775807,65536", "100,64"})
    void isHalfOfTheFilesThatMayBeOpen(long files, int connections) {
        assertThat(ConnectionLimit.forFiles(files)).isEqualTo(connections);
    }
}
