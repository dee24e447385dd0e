// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import io.gatehouse.contract.served.FaultSpec;
import io.gatehouse.data.headers.HeaderValues;
import io.gatehouse.data.headers.MediaTypes;
import io.gatehouse.data.headers.ResponseHeaders;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an API words one kind of refusal, compiled when a stage is published. */
final class FaultSetting {

    private record Header(String name, FaultValue source) {}

    private record Body(String contentType, FaultTemplate template) {}

    private final int status;
    private final List<Header> headers = new ArrayList<>();
    private final Map<String, Body> bodies = new TreeMap<>();

    private FaultSetting(int status) {
        this.status = status;
    }

    /**
     * Compiles one setting. A header that cannot be one, or whose source means nothing, is left out.
     *
     * @param stageVariables put into headers and templates
     */
    static FaultSetting compile(FaultSpec spec, Map<String, String> stageVariables) {
        FaultSetting setting = new FaultSetting(spec.status());
        new TreeMap<>(spec.headers()).forEach((name, expression) -> {
            FaultValue source = source(expression, stageVariables);
            String sent = ResponseHeaders.nameForClient(name);
            if (source != null && sent != null && HeaderValues.isName(sent)) {
                setting.headers.add(new Header(sent, source));
            }
        });
        spec.templates()
                .forEach((type, text) -> setting.bodies.put(
                        type.toLowerCase(Locale.ROOT),
                        new Body(HeaderValues.oneLine(type), FaultTemplate.compile(text, stageVariables))));
        return setting;
    }

    private static @Nullable FaultValue source(String expression, Map<String, String> stageVariables) {
        return expression.length() >= 2 && expression.startsWith("'") && expression.endsWith("'")
                ? new FaultValue.Fixed(expression.substring(1, expression.length() - 1))
                : FaultValue.named(expression, stageVariables);
    }

    int status() {
        return status;
    }

    /** Sets the content type of the body, and then the headers, which may set another. */
    void setHeaders(Refusal refusal, MultiMap target) {
        Body body = body(refusal);
        if (body != null) {
            target.set("Content-Type", body.contentType());
        }
        for (Header header : headers) {
            String value = header.source().of(refusal);
            if (value != null) {
                target.set(header.name(), HeaderValues.oneLine(value).strip());
            }
        }
    }

    /** The body; {@code null} for the gateway's own. */
    @Nullable
    String render(Refusal refusal) {
        Body body = body(refusal);
        return body == null ? null : body.template().render(refusal);
    }

    /** The template for what the client accepts: its first media type, else JSON, else the first by name. */
    private @Nullable Body body(Refusal refusal) {
        if (bodies.isEmpty()) {
            return null;
        }
        String accepted =
                MediaTypes.firstAccepted(refusal.exchange().inbound().headers().get("Accept"));
        Body body = accepted == null ? null : bodies.get(accepted);
        if (body == null) {
            body = bodies.get(MediaTypes.JSON);
        }
        return body == null ? bodies.values().iterator().next() : body;
    }
}
