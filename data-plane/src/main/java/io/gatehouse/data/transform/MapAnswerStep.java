// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.IntegrationSpec.ResponseMapping;
import io.gatehouse.contract.served.Route;
import io.gatehouse.data.headers.HeaderValues;
import io.gatehouse.data.headers.MediaTypes;
import io.gatehouse.data.headers.ResponseHeaders;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.pipeline.Workers;
import io.gatehouse.data.vtl.BodyReader;
import io.gatehouse.data.vtl.BoundedPattern;
import io.gatehouse.data.vtl.TemplateFailureException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the client's answer of the integration's: picks the response whose pattern matches the status, and
 * applies its headers and template (developer guide, "Set up an integration response in API Gateway").
 */
public final class MapAnswerStep implements Step {

    private record Header(String name, ValueSource source) {}

    /**
     * @param pattern {@code null} to match every status
     * @param readsBody whether a header's value is read from the backend's body
     */
    private record Choice(
            ResponseMapping mapping,
            @Nullable BoundedPattern pattern,
            List<Header> headers,
            TemplateSet templates,
            boolean readsBody) {}

    /** What a choice makes of the backend's answer. */
    private record Made(Buffer body, Map<String, List<String>> headers) {}

    private final List<Choice> choices = new ArrayList<>();
    private final List<String> binaryMediaTypes;

    /** Compiles the mappings, in their order of preference. */
    public MapAnswerStep(
            List<ResponseMapping> mappings, List<String> binaryMediaTypes, Map<String, String> stageVariables) {
        this.binaryMediaTypes = binaryMediaTypes;
        ValueExpression expressions = ValueExpression.ofResponse(stageVariables);
        for (ResponseMapping mapping : mappings) {
            List<Header> headers = new ArrayList<>();
            new TreeMap<>(mapping.headers())
                    .forEach((name, expression) -> headers.add(new Header(name, expressions.parse(expression))));
            choices.add(new Choice(
                    mapping,
                    pattern(mapping.pattern()),
                    headers,
                    TemplateSet.compile(mapping.templates()),
                    headers.stream().anyMatch(header -> header.source() instanceof ValueSource.Body)));
        }
    }

    private static @Nullable BoundedPattern pattern(@Nullable String regex) {
        return regex == null || regex.isEmpty() ? null : BoundedPattern.of(regex);
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        BackendAnswer answer = exchange.backendAnswer();
        Choice choice = choose(exchange, answer.status());
        Buffer body = Objects.requireNonNull(answer.body(), "the answer is buffered before it is mapped");
        TemplateSet.Entry template = choice.templates()
                .accepted(MediaTypes.firstAccepted(exchange.inbound().headers().get("Accept")));
        TemplateSet.Rendering rendering = TemplateSet.rendering(template, exchange, false);
        if (!Workers.worthLeaving(body.length())) {
            return answer(exchange, choice, template, make(exchange, choice, rendering, body));
        }
        exchange.context();
        exchange.query();
        return Workers.call(() -> make(exchange, choice, rendering, body))
                .compose(made -> answer(exchange, choice, template, made));
    }

    private Made make(Exchange exchange, Choice choice, TemplateSet.@Nullable Rendering rendering, Buffer body) {
        BackendAnswer answer = exchange.backendAnswer();
        Buffer mapped = rendering == null
                ? converted(exchange, choice, body)
                : Buffer.buffer(rendering.over(text(answer, choice, body)));
        BodyReader reader = choice.readsBody() ? new BodyReader(body.toString()) : null;
        return new Made(mapped, values(exchange, choice, reader));
    }

    private static Future<Void> answer(
            Exchange exchange, Choice choice, TemplateSet.@Nullable Entry template, Made made) {
        MultiMap target = exchange.outbound().headers();
        target.set("Content-Type", template == null ? MediaTypes.JSON : template.contentType());
        setHeaders(exchange, made.headers(), target);
        exchange.outbound().status(status(exchange, choice.mapping().status()));
        exchange.answerBody(made.body());
        return DONE;
    }

    private Choice choose(Exchange exchange, int status) {
        String text = Integer.toString(status);
        for (Choice choice : choices) {
            if (choice.pattern() == null || choice.pattern().matches(text)) {
                if (!choice.mapping().declared()) {
                    throw misconfigured(
                            exchange,
                            "Output mapping refers to an invalid method response: "
                                    + choice.mapping().status(),
                            "put_method_response");
                }
                return choice;
            }
        }
        throw misconfigured(
                exchange,
                "No match for output mapping and no default output mapping configured. Endpoint Response Status Code: "
                        + status,
                "put_method_response and put_integration_response");
    }

    private static FaultException misconfigured(Exchange exchange, String problem, String missingCalls) {
        Route route = exchange.plan().route();
        return FaultException.because(
                FaultKind.API_CONFIGURATION_ERROR,
                "Execution failed due to configuration error: " + problem + " (to mend it: " + missingCalls + " for "
                        + exchange.inbound().verb() + " " + route.template() + ", then create_deployment)");
    }

    private String text(BackendAnswer answer, Choice choice, Buffer body) {
        return BodyConversion.responseText(
                body, payloadIsBinary(answer), choice.mapping().contentHandling());
    }

    private Buffer converted(Exchange exchange, Choice choice, Buffer body) {
        String accepted = MediaTypes.firstAccepted(exchange.inbound().headers().get("Accept"));
        return BodyConversion.response(
                body,
                payloadIsBinary(exchange.backendAnswer()),
                MediaTypes.isBinary(accepted, binaryMediaTypes),
                choice.mapping().contentHandling());
    }

    private boolean payloadIsBinary(BackendAnswer answer) {
        return MediaTypes.isBinary(MediaTypes.essence(answer.headers().get("Content-Type")), binaryMediaTypes);
    }

    private static Map<String, List<String>> values(Exchange exchange, Choice choice, @Nullable BodyReader body) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        try {
            for (Header header : choice.headers()) {
                List<String> found = ValueSource.values(header.source(), exchange, body);
                if (!found.isEmpty()) {
                    values.put(header.name(), found);
                }
            }
        } catch (TemplateFailureException tooMuch) {
            throw TemplateSet.failed(false, String.valueOf(tooMuch.getMessage()));
        }
        return values;
    }

    private static void setHeaders(Exchange exchange, Map<String, List<String>> values, MultiMap target) {
        Map<String, List<String>> overrides = exchange.templateContext().responseHeaders();
        overrides.keySet().forEach(name -> TemplateSet.requireName(false, name));
        values.putAll(overrides);
        values.forEach((name, found) -> {
            String sent = ResponseHeaders.nameForClient(name);
            if (sent != null) {
                target.set(sent, found.stream().map(HeaderValues::oneLine).toList());
            }
        });
    }

    private static int status(Exchange exchange, int mapped) {
        String override = exchange.templateContext().responseStatus().orElse(null);
        if (override == null) {
            return mapped;
        }
        if (!override.matches("[1-5][0-9][0-9]")) {
            throw FaultException.because(
                    FaultKind.API_CONFIGURATION_ERROR,
                    "Execution failed due to configuration error: the template set an impossible status");
        }
        return Integer.parseInt(override);
    }
}
