// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class GatehouseTest {

    @Test
    void eachFlagSetsItsKey() {
        Gatehouse gatehouse = new Gatehouse();
        new CommandLine(gatehouse)
                .parseArgs(("--port 1 --traffic-port=2 --host ::1 --data-dir d --database jdbc:h2:mem:x --credentials f"
                                + " --resolve a:1=b:2 --resolve c:3=d:4 --aws-endpoint http://e")
                        .split(" "));

        assertThat(gatehouse.properties())
                .containsExactly(
                        entry("gatehouse.port", "1"),
                        entry("gatehouse.traffic-port", "2"),
                        entry("gatehouse.host", "::1"),
                        entry("gatehouse.data-dir", "d"),
                        entry("gatehouse.database", "jdbc:h2:mem:x"),
                        entry("gatehouse.credentials", "f"),
                        entry("gatehouse.resolve", "a:1=b:2,c:3=d:4"),
                        entry("gatehouse.aws-endpoint", "http://e"));
    }

    @Test
    void aFlagThatIsNotGivenSetsNothing() {
        Gatehouse gatehouse = new Gatehouse();
        new CommandLine(gatehouse).parseArgs();

        assertThat(gatehouse.properties()).isEmpty();
    }

    @Test
    void flagsMayStandBeforeAndAfterTheCommand() {
        CommandLine.ParseResult parsed =
                new CommandLine(new Gatehouse()).parseArgs("--port", "1", "--host", "h", "run", "--port", "2");

        RunCommand run = (RunCommand) parsed.subcommand().commandSpec().userObject();
        assertThat(run.properties()).containsOnly(entry("gatehouse.port", "2"), entry("gatehouse.host", "h"));
    }

    @Test
    void aMisspeltFlagIsAnsweredWithOneSentence() {
        StringWriter err = new StringWriter();

        int exitCode = Gatehouse.commandLine().setErr(new PrintWriter(err)).execute("--prot", "1");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("gatehouse: ").contains("--prot").contains("gatehouse --help");
    }

    @Test
    void theVersionIsPrinted() {
        StringWriter out = new StringWriter();

        int exitCode = Gatehouse.commandLine().setOut(new PrintWriter(out)).execute("--version");

        assertThat(exitCode).isZero();
        assertThat(out.toString()).matches("gatehouse \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void theHelpNamesEachFlag() {
        StringWriter out = new StringWriter();

        Gatehouse.commandLine().setOut(new PrintWriter(out)).execute("--help");

        assertThat(out.toString())
                .contains("--port=", "--traffic-port=", "--host=", "--data-dir=", "--database=", "--credentials=")
                .contains("--resolve=", "--aws-endpoint=", "run");
    }
}
