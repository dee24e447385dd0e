// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedPackingsTest {
    private static final Set<Packing> ALL = EnumSet.allOf(Packing.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "gzip | gzip",
                "GZIP | gzip",
                "deflate | deflate",
                "deflate,gzip | gzip",
                "br | br",
                "zstd | zstd",
                "gzip, deflate, br | br",
                "gzip, deflate, br, zstd | br",
                "zstd, deflate, gzip | gzip",
                "deflate, zstd | zstd",
                "zstd, br | br",
                "br;q=0.9, zstd, gzip;q=0.5 | zstd",
                "br;q=0.9, gzip | gzip",
                "br;q=0, zstd;q=0, gzip | gzip",
                "br;q=0.5, * | br",
                "deflate;q=0.5,gzip;q=1.0 | gzip",
                "gzip;q=0.4 ; deflate | none",
                "gzip;q=0.4, deflate;q=0.6 | deflate",
                "gzip;q=0.001 | gzip",
                "gzip;q=1.0,identity;q=0.5,*;q=0 | gzip",
                "gzip;Q=0.3,*;q=1 | gzip",
                "'' | none",
                "* | none",
                "*;q=0.5 | none",
                "identity | none",
                "identity;q=1, gzip;q=0.5 | none",
                "identity, gzip | gzip",
                "gzip;q=0 | none",
                "gzip;q=0, deflate | deflate",
                "compress | none",
                "compress, gzip;q=0.5 | none",
                "compress, gzip | gzip",
                "identity;q=0 | none",
                "identity;q=0, * | gzip",
                "identity;q=0, *, zstd;q=0.1 | zstd",
                "identity;q=0, gzip;q=0, * | deflate",
                "identity;q=0, compress, gzip;q=0.1 | gzip",
                "*;q=0, compress, gzip;q=0.1 | gzip",
                "gzip;q=2 | none",
                "gzip;q=x | none",
                "gzip;level=9 | none",
                "xgzip | none",
                ",,gzip,, | gzip",
            })
    void theCodingIsTheOneThatTheClientLikesBest(String field, String coding) {
        Packing chosen = AcceptedPackings.choose(List.of(field), ALL);
        assertThat(chosen == null ? null : chosen.coding()).isEqualTo(coding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {"br | none", "br, gzip | gzip", "br, gzip;q=0.5 | none", "identity;q=0, br, gzip;q=0.5 | gzip"})
    void aCodingThatIsNotOfferedIsUnknown(String field, String coding) {
        Packing chosen = AcceptedPackings.choose(List.of(field), EnumSet.of(Packing.GZIP, Packing.DEFLATE));
        assertThat(chosen == null ? null : chosen.coding()).isEqualTo(coding);
    }

    @Test
    void severalFieldsCountAsOne() {
        assertThat(AcceptedPackings.choose(List.of("gzip;q=0.1", "deflate"), ALL))
                .isEqualTo(Packing.DEFLATE);
        assertThat(AcceptedPackings.choose(List.of(), ALL)).isNull();
    }
}
