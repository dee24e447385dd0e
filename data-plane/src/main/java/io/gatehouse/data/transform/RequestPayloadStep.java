// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.IntegrationSpec.Passthrough;
import io.gatehouse.contract.served.IntegrationSpec.RequestMapping;
import io.gatehouse.data.headers.MediaTypes;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Objects;

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
        if (template != null) {
            String text = BodyConversion.requestText(body, binary, mapping.contentHandling());
            exchange.payload(Buffer.buffer(TemplateSet.render(template, exchange, text, true)));
            return DONE;
        }
        boolean passes = mapping.passthrough() == Passthrough.WHEN_NO_MATCH
                || mapping.passthrough() == Passthrough.WHEN_NO_TEMPLATES && templates.isEmpty();
        if (!passes) {
            throw FaultException.of(FaultKind.UNSUPPORTED_MEDIA_TYPE);
        }
        exchange.payload(BodyConversion.request(body, binary, mapping.contentHandling()));
        return DONE;
    }
}
