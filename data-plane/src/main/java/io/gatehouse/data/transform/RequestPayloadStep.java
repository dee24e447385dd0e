// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.IntegrationSpec.RequestMapping;
import io.gatehouse.data.headers.MediaTypes;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.pipeline.Workers;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the integration's payload of the client's body: by the template for its content type, or as the
 * passthrough behaviour says when there is none (developer guide, "Method request behavior for payloads without
 * mapping templates").
 */
public final class RequestPayloadStep implements Step {
    private final TemplateSet templates;
    private final RequestMapping mapping;
    private final List<String> binaryMediaTypes;

    /** Compiles the mapping's templates. */
    public RequestPayloadStep(RequestMapping mapping, List<String> binaryMediaTypes) {
        this.templates = TemplateSet.compile(mapping.templates());
        this.mapping = mapping;
        this.binaryMediaTypes = binaryMediaTypes;
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        Buffer body = Objects.requireNonNull(exchange.body(), "the body is buffered before it is mapped");
        String type = MediaTypes.essence(exchange.inbound().headers().get("Content-Type"));
        boolean binary = MediaTypes.isBinary(type, binaryMediaTypes);
        TemplateSet.Entry template = templates.matching(type);
        if (template == null && !passes()) {
            throw FaultException.of(FaultKind.UNSUPPORTED_MEDIA_TYPE);
        }
        TemplateSet.Rendering rendering = TemplateSet.rendering(template, exchange, true);
        if (!Workers.worthLeaving(body.length())) {
            exchange.payload(payload(body, binary, rendering));
            return DONE;
        }
        return Workers.call(() -> payload(body, binary, rendering)).map(payload -> {
            exchange.payload(payload);
            return null;
        });
    }

    private boolean passes() {
        return switch (mapping.passthrough()) {
            case WHEN_NO_MATCH -> true;
            case WHEN_NO_TEMPLATES -> templates.isEmpty();
            case NEVER -> false;
        };
    }

    private Buffer payload(Buffer body, boolean binary, TemplateSet.@Nullable Rendering rendering) {
        return rendering == null
                ? BodyConversion.request(body, binary, mapping.contentHandling())
                : Buffer.buffer(rendering.over(BodyConversion.requestText(body, binary, mapping.contentHandling())));
    }
}
