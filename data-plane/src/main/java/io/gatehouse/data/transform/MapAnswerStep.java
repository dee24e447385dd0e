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
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the client's answer of the integration's: picks the response whose pattern matches the status, and
 * applies its headers and template (developer guide, "Set up an integration response in API Gateway").
 */
public final class MapAnswerStep implements Step {

    private record Header(String name, ValueSource source) {}

    /**
     * @param pattern {@code null} to match every status; one that is no regular expression matches none
     */
    private record Choice(
            ResponseMapping mapping, @Nullable Pattern pattern, List<Header> headers, TemplateSet templates) {}

    private static final Pattern NEVER = Pattern.compile("(?!)");

    private final List<Choice> choices = new ArrayList<>();
    private final List<String> binaryMediaTypes;

    /** Compiles the mappings, in their order of preference. */
    public MapAnswerStep(
            List<ResponseMapping> mappings, List<String> binaryMediaTypes, Map<String, String> stageVariables) {
        this.binaryMediaTypes = binaryMediaTypes;
        ValueExpression expressions = new ValueExpression(stageVariables);
        for (ResponseMapping mapping : mappings) {
            List<Header> headers = new ArrayList<>();
            new TreeMap<>(mapping.headers())
                    .forEach((name, expression) -> headers.add(new Header(name, expressions.parse(expression))));
            choices.add(
                    new Choice(mapping, pattern(mapping.pattern()), headers, TemplateSet.compile(mapping.templates())));
        }
    }

    private static @Nullable Pattern pattern(@Nullable String regex) {
        if (regex == null || regex.isEmpty()) {
            return null;
        }
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException unreadable) {
            return NEVER;
        }
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        BackendAnswer answer = exchange.backendAnswer();
        Choice choice = choose(exchange, answer.status());
        MultiMap target = exchange.outbound().headers();
        Buffer body = Objects.requireNonNull(answer.body(), "the answer is buffered before it is mapped");
        TemplateSet.Entry template = choice.templates()
                .accepted(MediaTypes.firstAccepted(exchange.inbound().headers().get("Accept")));
        Buffer rendered = template == null
                ? converted(exchange, choice, body)
                : Buffer.buffer(TemplateSet.render(template, exchange, text(answer, choice, body), false));
        target.set("Content-Type", template == null ? MediaTypes.JSON : template.contentType());
        setHeaders(exchange, choice, target);
        exchange.outbound().status(status(exchange, choice.mapping().status()));
        exchange.answerBody(rendered);
        return DONE;
    }

    private Choice choose(Exchange exchange, int status) {
        String text = Integer.toString(status);
        for (Choice choice : choices) {
            if (choice.pattern() == null || choice.pattern().matcher(text).matches()) {
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
        String type = answer.headers().get("Content-Type");
        return type != null && MediaTypes.isBinary(MediaTypes.essence(type), binaryMediaTypes);
    }

    private static void setHeaders(Exchange exchange, Choice choice, MultiMap target) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Header header : choice.headers()) {
            List<String> found = header.source().values(exchange);
            if (!found.isEmpty()) {
                values.put(header.name(), found);
            }
        }
        values.putAll(exchange.templateContext().responseHeaders());
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
