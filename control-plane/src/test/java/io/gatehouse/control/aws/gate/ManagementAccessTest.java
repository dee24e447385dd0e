// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementAccessTest {
    private static final Path FILE = Path.of("keys");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "localhost"})
    void loopbackTrustsAnySignedCall(String host) {
        assertThat(ManagementAccess.of(host, Optional.empty())).isInstanceOf(ManagementAccess.AnySignedCall.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void beyondLoopbackTheDevelopmentKeyIsVerified(String host) {
        assertThat(ManagementAccess.of(host, Optional.empty())).isInstanceOf(ManagementAccess.DevelopmentKey.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void givenCredentialsAreVerifiedEverywhere(String host) {
        assertThat(ManagementAccess.of(host, Optional.of(FILE))).isEqualTo(new ManagementAccess.KeysOfFile(FILE));
    }

    @Test
    void theRuleNamesTheFile() {
        assertThat(ManagementAccess.of("0.0.0.0", Optional.of(FILE)).describe())
                .isEqualTo("signatures verified against keys");
    }
}
