// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @Test
    void anAddressOfJdbcIsTakenAsItIs() {
        String url = "jdbc:postgresql://db:5433/gatehouse?user=u&password=p";

        assertThat(DatabaseAddress.parse(url)).isEqualTo(new DatabaseAddress(url, "", ""));
    }

    @Test
    void aPostgresqlUriIsConverted() {
        assertThat(DatabaseAddress.parse("postgresql://gate:p%40ss+w%2Ford@db.internal:5433/apis?sslmode=require"))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.internal:5433/apis?sslmode=require", "gate", "p@ss+w/ord"));
    }

    @Test
    void aPostgresqlUriNeedsNeitherPortNorUser() {
        assertThat(DatabaseAddress.parse("postgres://db/apis"))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/apis", "", ""));
    }

    @Test
    void anIpv6HostKeepsItsBrackets() {
        assertThat(DatabaseAddress.parse("postgresql://u:p@[::1]:5432/apis").url())
                .isEqualTo("jdbc:postgresql://[::1]:5432/apis");
    }

    @Test
    void anH2AddressGetsTheSettingsThatItLacks() {
        assertThat(DatabaseAddress.parse("jdbc:h2:mem:x;write_delay=5").url())
                .startsWith("jdbc:h2:mem:x;write_delay=5;MODE=PostgreSQL;")
                .doesNotContain("WRITE_DELAY=0")
                .contains("LOCK_TIMEOUT=");
    }

    @Test
    void theDefaultIsAFileWhoseCommitsSurviveAKill() {
        DatabaseAddress address = DatabaseAddress.inDirectory(Path.of("/var/lib/gatehouse"));

        assertThat(address.url())
                .startsWith("jdbc:h2:file:/var/lib/gatehouse/gatehouse;")
                .contains(";WRITE_DELAY=0");
        assertThat(address.user()).isEqualTo("sa");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://db/x", "postgresql:db", "postgresql://db", "postgresql://db/", "postgresql://u:a b@db/x"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> DatabaseAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsShownHoldsNoPassword() {
        assertThat(DatabaseAddress.parse("postgresql://u:secret@db/apis")).hasToString("jdbc:postgresql://db/apis");
        assertThat(DatabaseAddress.parse("jdbc:postgresql://db/apis?password=secret")
                        .shown())
                .isEqualTo("jdbc:postgresql://db/apis");
        assertThat(DatabaseAddress.parse("jdbc:h2:mem:x;PASSWORD=secret").shown())
                .isEqualTo("jdbc:h2:mem:x");
    }
}
