// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.FaultSpec;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the gateway itself: as the API words the refusal, or in the words of AWS REST APIs where it does not
 * (developer guide, "Gateway response types for API Gateway"). A setting that cannot be carried out never costs the
 * client its answer: the gateway's own is sent instead.
 */
public final class FaultStep implements Step {
    private static final Logger LOG = Logger.getLogger(FaultStep.class);

    private final Map<FaultKind, FaultSetting> settings = new EnumMap<>(FaultKind.class);

    /**
     * @param faults the refusals that the API words itself
     * @param stageVariables put into their headers and templates
     */
    public FaultStep(Map<FaultKind, FaultSpec> faults, Map<String, String> stageVariables) {
        faults.forEach((kind, spec) -> settings.put(kind, FaultSetting.compile(spec, stageVariables)));
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        Refusal refusal = Refusal.of(exchange);
        FaultSetting setting = settings.get(refusal.kind());
        String body = setting == null ? null : worded(setting, refusal);
        if (body == null) {
            setOwnHeaders(refusal);
            exchange.outbound().status(refusal.kind().status());
            body = ownBody(refusal);
        }
        return exchange.outbound().send(Buffer.buffer(body));
    }

    private static @Nullable String worded(FaultSetting setting, Refusal refusal) {
        Exchange exchange = refusal.exchange();
        try {
            String body = setting.render(refusal);
            setOwnHeaders(refusal);
            setting.setHeaders(refusal, exchange.outbound().headers());
            exchange.outbound().status(setting.status());
            return body == null ? ownBody(refusal) : body;
        } catch (RuntimeException broken) {
            LOG.debugf(broken, "The gateway response %s cannot be carried out", refusal.kind());
            return null;
        }
    }

    private static void setOwnHeaders(Refusal refusal) {
        Exchange exchange = refusal.exchange();
        MultiMap headers = exchange.outbound().headers();
        headers.clear();
        GatewayHeaders.set(exchange, exchange.integrationNanos() >= 0);
        headers.set("x-amzn-ErrorType", refusal.errorType());
        headers.set("Content-Type", "application/json");
    }

    /**
     * AWS leaves a space before the message of a failure of its own, and none before a refusal's; and it writes a
     * policy's refusal with a capital.
     */
    private static String ownBody(Refusal refusal) {
        String message = refusal.message();
        StringBuilder json = new StringBuilder(
                refusal.errorType().equals("AccessDeniedException") ? "{\"Message\":" : "{\"message\":");
        if (refusal.kind().status() >= 500 && message != null) {
            json.append(' ');
        }
        if (message == null) {
            json.append("null");
        } else {
            JsonStrings.append(json, message);
        }
        return json.append('}').toString();
    }
}
