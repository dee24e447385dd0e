// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.pipeline.RequestIds;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RandomIdsTest {
    private final IdSource ids = new RandomIds();

    @Test
    void identifiersLookLikeAwss() {
        for (int i = 0; i < 1_000; i++) {
            RequestIds next = ids.next(null, 1_762_000_000_123L);
            UUID uuid = UUID.fromString(next.requestId());
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
            assertThat(next.extendedRequestId()).matches("[A-Za-z0-9_-]{15}=");
            assertThat(next.trace()).matches("Root=1-6905fc80-[0-9a-f]{24}");
        }
    }

    @Test
    void theClientsRootIsKept() {
        String sent = "Root=1-67891233-abcdef012345678912345678;Parent=53995c3f42cd8ad8;Sampled=1";
        assertThat(ids.next(sent, 0).trace()).isEqualTo(sent);
        assertThat(ids.next("nonsense", 0).trace()).startsWith("Root=1-00000000-");
    }

    @Test
    void noTwoRequestsShareAnIdentifier() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            RequestIds next = ids.next(null, 0);
            assertThat(seen.add(next.requestId())).isTrue();
            assertThat(seen.add(next.extendedRequestId())).isTrue();
            assertThat(seen.add(next.trace())).isTrue();
        }
    }
}
