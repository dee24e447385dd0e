// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.rules.Rule.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExceptionsTest {

    @Test
    void anExceptionIsForOneRuleAndItsSubjectOnly() {
        Exceptions exceptions = Exceptions.parse(List.of("size  a.B$C*  it is a table"));
        assertThat(exceptions.allow("size", new Violation("a.B$C#run", ""))).isTrue();
        assertThat(exceptions.allow("size", new Violation("a.B", ""))).isFalse();
        assertThat(exceptions.allow("names", new Violation("a.B$C", ""))).isFalse();
    }

    @Test
    void anExceptionThatLetNothingPassIsReported() {
        Exceptions exceptions = Exceptions.parse(List.of("size a.B reason", "size a.C reason"));
        exceptions.allow("size", new Violation("a.B", ""));
        assertThat(exceptions.unused()).containsExactly("size a.C");
    }

    @Test
    void anExceptionNeedsAReason() {
        assertThatThrownBy(() -> Exceptions.parse(List.of("size a.B"))).isInstanceOf(IllegalArgumentException.class);
    }
}
