// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.headers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderNamesTest {
    private final HeaderNames names = HeaderNames.of("Connection", "TE", "X-Amzn-Trace-Id", "Via");

    @Test
    void namesAreFoundInAnyCase() {
        assertThat(names.contains("connection")).isTrue();
        assertThat(names.contains("CONNECTION")).isTrue();
        assertThat(names.contains("x-AMZN-trace-id")).isTrue();
        assertThat(names.contains("te")).isTrue();
    }

    @Test
    void otherNamesAreNot() {
        assertThat(names.contains("")).isFalse();
        assertThat(names.contains("Connectiom")).isFalse();
        assertThat(names.contains("xe")).isFalse();
        assertThat(names.contains("Accept")).isFalse();
    }

    @Test
    void aPassThroughDropsConnectionFieldsAndThoseThatConnectionNames() {
        MultiMap from = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "close, X-Hop")
                .add("X-Hop", "1")
                .add("TE", "trailers")
                .add("Accept", "a")
                .add("Accept", "b");
        MultiMap to = MultiMap.caseInsensitiveMultiMap();

        RequestHeaders.forward(from, to);

        assertThat(to.names()).containsExactly("Accept");
        assertThat(to.getAll("Accept")).containsExactly("a", "b");
    }

    @Test
    void aBackendsConnectionFieldsAreRenamedForTheClient() {
        assertThat(ResponseHeaders.nameForClient("Server")).isEqualTo("x-amzn-Remapped-Server");
        assertThat(ResponseHeaders.nameForClient("date")).isEqualTo("x-amzn-Remapped-date");
        assertThat(ResponseHeaders.nameForClient("X-Own")).isEqualTo("X-Own");
        assertThat(ResponseHeaders.nameForClient("transfer-encoding")).isNull();
    }

    @Test
    void onlyRightWildcardsMatchBinaryMediaTypes() {
        assertThat(MediaTypes.isBinary("image/png", List.of("image/*"))).isTrue();
        assertThat(MediaTypes.isBinary("image/png", List.of("*/*"))).isTrue();
        assertThat(MediaTypes.isBinary("image/png", List.of("*/png"))).isFalse();
        assertThat(MediaTypes.isBinary(MediaTypes.essence("Image/PNG; q=1"), List.of("image/png")))
                .isTrue();
    }
}
