// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.QuarkusBindException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

class ServerTest {

    @Test
    void tablesOfAnotherVersionAreAnsweredWithOneSentence() {
        Throwable failure =
                new RuntimeException("Failed to start quarkus", new FlywayException("Validate failed: 1\nRead more"));

        assertThat(reported(failure).lines())
                .singleElement()
                .asString()
                .startsWith("gatehouse: the tables in the database are not those of this version (Validate failed: 1)")
                .contains("--database");
    }

    @Test
    void aPortThatWasTakenMeanwhileIsAnsweredWithOneSentence() {
        assertThat(reported(new QuarkusBindException("127.0.0.1", 4566, new BindException("in use")))
                        .lines())
                .singleElement()
                .asString()
                .contains("127.0.0.1:4566");
    }

    @Test
    void aCauseThatNobodyForesawIsShownWhole() {
        assertThat(reported(new IllegalStateException("odd")))
                .startsWith("gatehouse: the start failed: odd")
                .contains("at " + ServerTest.class.getName());
    }

    private static String reported(Throwable failure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Server.report(failure, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
