// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.contract.served.LogFormat.Notation;
import io.gatehouse.contract.served.LogFormat.Text;
import io.gatehouse.contract.served.LogFormat.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLogFormatTest {

    @Test
    void textAndVariablesAlternate() {
        assertThat(AccessLogFormat.parse("a $context.requestId [$context.identity.sourceIp]")
                        .parts())
                .containsExactly(
                        new Text("a "),
                        new Variable("requestId"),
                        new Text(" ["),
                        new Variable("identity.sourceIp"),
                        new Text("]"));
    }

    @ParameterizedTest
    @CsvSource({
        "$context.status.html, status, .html",
        "$context.status., status, .",
        "$context.requestId-1, requestId, -1",
        "$context.authorizer.user-name-, authorizer.user-name, -",
        "$context.authorizer.claims.email.x, authorizer.claims.email, .x",
        "$context.authorizer.principalId.x, authorizer.principalId, .x",
        "$context.requestOverride.header.X-Made-Up:, requestOverride.header.X-Made-Up, :",
        "$context.identity.clientCert.validity.notAfter!, identity.clientCert.validity.notAfter, !"
    })
    void aNameEndsWhereNoVariableGoesOn(String format, String name, String rest) {
        assertThat(AccessLogFormat.parse(format).parts()).containsExactly(new Variable(name), new Text(rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100$", "$", "$x", "$contextual", "a$b $1", "$$"})
    void aDollarSignThatBeginsNoVariableIsText(String format) {
        assertThat(AccessLogFormat.parse(format).parts()).containsExactly(new Text(format));
    }

    @Test
    void anEscapedLookingVariableIsOneAllTheSame() {
        assertThat(AccessLogFormat.parse("$$context.stage").parts())
                .containsExactly(new Text("$"), new Variable("stage"));
    }

    @ParameterizedTest
    @CsvSource({
        "$context.nothing, $context.nothing",
        "$context.identity, $context.identity",
        "$context.routeKey x, $context.routeKey",
        "$context., $context.",
        "$context x, $context",
        "$input.body, $input",
        "$stageVariables.a, $stageVariables",
        "$util.parseJson(1), $util"
    })
    void whatIsNoVariableOfAccessLogsIsRefused(String format, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessLogFormat.parse("$context.requestId " + format))
                .withMessage("The following context variables are not supported: [" + named + "]");
    }

    @Test
    void everyUnknownVariableIsNamedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessLogFormat.parse("$context.a $context.b $context.a"))
                .withMessage("The following context variables are not supported: [$context.a, $context.b]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\n$context.requestId\n}", "a\r$context.requestId", "\n$context.requestId"})
    void aFormatOfSeveralLinesIsRefused(String format) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessLogFormat.parse(format))
                .withMessage("Access Log format must be single line, new line character is allowed only at end of the"
                        + " format");
    }

    @Test
    void aLineBreakAtTheEndIsTheLinesOwn() {
        assertThat(AccessLogFormat.parse("$context.requestId\n"))
                .isEqualTo(AccessLogFormat.parse("$context.requestId"));
    }

    @Test
    void aFormatIsAsLongAsAtAws() {
        assertThat(AccessLogFormat.parse("x".repeat(3072)).parts()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> AccessLogFormat.parse("x".repeat(3073)));
    }

    @Test
    void aStagesFormatNamesTheRequest() {
        assertThat(AccessLogFormat.parseForStage("$context.requestId").parts()).hasSize(1);
        assertThat(AccessLogFormat.parseForStage("$context.extendedRequestId").parts())
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessLogFormat.parseForStage("$context.status"))
                .withMessageContaining("$context.requestId or $context.extendedRequestId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$context.stage $context.status | PLAIN",
                "[$context.stage] | PLAIN",
                "$context.stage | PLAIN",
                "only text | PLAIN",
                "{ \"id\":\"$context.requestId\" } | JSON",
                "<request id=\"$context.requestId\"/> | XML",
                "$context.stage,$context.status,$context.path | CSV",
                "$context.stage, $context.status | CSV",
                "\"$context.stage\",\"$context.status\" | QUOTED_CSV",
                "$context.stage,$context.status; $context.path | PLAIN"
            })
    void theNotationIsThatOfTheFixedText(String format, Notation notation) {
        assertThat(AccessLogFormat.parse(format).notation()).isEqualTo(notation);
    }
}
