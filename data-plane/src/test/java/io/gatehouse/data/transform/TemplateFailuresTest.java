// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.IntegrationSpec.Passthrough;
import io.gatehouse.contract.served.IntegrationSpec.RequestMapping;
import io.gatehouse.contract.served.IntegrationSpec.ResponseMapping;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose mistake it is when a template cannot be rendered, and what the client and the log are told. */
class TemplateFailuresTest {

    private static FaultException ofRequest(String template, String body) {
        Exchange exchange = Exchanges.of(FakeInbound.request("POST", "/pets").body(body));
        new BufferBodyStep(1_000_000).apply(exchange);
        RequestMapping mapping =
                new RequestMapping(Map.of(), Map.of("application/json", template), Passthrough.NEVER, null);
        RequestPayloadStep step = new RequestPayloadStep(mapping, List.of());
        return catchThrowableOfType(FaultException.class, () -> step.apply(exchange));
    }

    private static FaultException ofAnswer(String template, String body) {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        exchange.backendAnswer(BackendAnswer.buffered(200, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(body)));
        ResponseMapping mapping =
                new ResponseMapping(200, null, Map.of(), Map.of("application/json", template), null, true);
        MapAnswerStep step = new MapAnswerStep(List.of(mapping), List.of(), Map.of());
        return catchThrowableOfType(FaultException.class, () -> step.apply(exchange));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$input.json('$')", "$input.path('$.a')", "#set($root = $input.path('$'))x"})
    void aRequestThatIsNoJsonIsTheClientsMistakeAndAnAnswerThatIsNoneIsNot(String template) {
        FaultException request = ofRequest(template, "{oops");
        assertThat(request.kind()).isEqualTo(FaultKind.BAD_REQUEST_BODY);
        assertThat(request.clientMessage()).isEqualTo("Could not parse request body into json");
        FaultException answer = ofAnswer(template, "<html>");
        assertThat(answer.kind()).isEqualTo(FaultKind.API_CONFIGURATION_ERROR);
        assertThat(answer.logReason()).contains("Unable to transform response");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#if(",
                "#include('x')",
                "$util.parseJson('nope')",
                "$input.path('$..')",
                "$util.base64Decode('*')",
                "#set($s = 'ab')#foreach($i in [1..100])#set($s = $s + $s)#end",
                "#set($context.responseOverride.status = 200)#set($context.responseOverride.status = 201)",
            })
    void whatATemplateDoesWrongIsTheDefinitionsMistake(String template) {
        for (FaultException fault : List.of(ofRequest(template, "{}"), ofAnswer(template, "{}"))) {
            assertThat(fault.kind()).isEqualTo(FaultKind.API_CONFIGURATION_ERROR);
            assertThat(fault.logReason())
                    .startsWith("Execution failed due to configuration error: Unable to transform");
        }
    }

    @Test
    void aTemplateThatDoesNotCompileIsNamedByItsPlaceInTheLog() {
        assertThat(ofRequest("{\n #set($a = )", "{}").logReason()).contains("line 2");
    }
}
