// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    record Sample(String zebra, int apple, @Nullable String absent, Map<String, String> map, List<String> empty) {}

    @Test
    void membersAndKeysAreSortedAndAbsentMembersLeftOut() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("b", "2");
        map.put("a", "1");

        assertThat(CanonicalJson.write(new Sample("z", 1, null, map, List.of())))
                .isEqualTo("{\"apple\":1,\"empty\":[],\"map\":{\"a\":\"1\",\"b\":\"2\"},\"zebra\":\"z\"}");
    }

    @Test
    void membersOfALaterReleaseAreIgnored() {
        assertThat(CanonicalJson.read(
                        "{\"apple\":1,\"empty\":[],\"map\":{},\"new\":[1],\"zebra\":\"z\"}", Sample.class))
                .isEqualTo(new Sample("z", 1, null, Map.of(), List.of()));
    }

    @Test
    void whatIsNoSuchDocumentIsSaid() {
        assertThatThrownBy(() -> CanonicalJson.read("[", Sample.class)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new JsonColumn.Texts().convertToEntityAttribute("[1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aColumnReadsWhatItWrote() {
        JsonColumn.TextMap maps = new JsonColumn.TextMap();
        JsonColumn.Texts texts = new JsonColumn.Texts();
        for (Map<String, String> map : List.of(Map.<String, String>of(), Map.of("a", "1"))) {
            assertThat(maps.convertToEntityAttribute(maps.convertToDatabaseColumn(map)))
                    .isEqualTo(map);
        }
        for (List<String> list : List.of(List.<String>of(), List.of(""), List.of("a", "b"))) {
            assertThat(texts.convertToEntityAttribute(texts.convertToDatabaseColumn(list)))
                    .isEqualTo(list);
        }
        assertThat(texts.convertToEntityAttribute(null)).isNull();
    }

    @Test
    void theHashIsOfTheUtf8Bytes() {
        assertThat(CanonicalJson.sha256("é"))
                .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
    }
}
