// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What answers a route's requests. */
public sealed interface IntegrationSpec {

    /**
     * An HTTP backend, passed through: the body streams and the backend's answer is the client's.
     *
     * @param target where it is
     * @param parameters {@code integration.request.{location}.{name}} to its source expression
     */
    record HttpProxy(HttpTarget target, Map<String, String> parameters) implements IntegrationSpec {
        public HttpProxy {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * An HTTP backend behind mappings.
     *
     * @param target where it is
     * @param request how the backend's request is made
     * @param responses how its answers are mapped, in order of preference
     */
    record HttpMapped(HttpTarget target, RequestMapping request, List<ResponseMapping> responses)
            implements IntegrationSpec {
        public HttpMapped {
            responses = List.copyOf(responses);
        }
    }

    /**
     * No backend: the request template names the status of the answer.
     *
     * @param request its templates are rendered, its parameters readable
     * @param responses the answers, in order of preference
     */
    record Mock(RequestMapping request, List<ResponseMapping> responses) implements IntegrationSpec {
        public Mock {
            responses = List.copyOf(responses);
        }
    }

    /**
     * Nothing that can answer: every call is the gateway's own 500.
     *
     * @param reason what is missing or not supported, for the log
     */
    record Unserved(String reason) implements IntegrationSpec {}

    /**
     * An HTTP backend's address.
     *
     * @param verb the method sent; {@code null} to repeat the client's
     * @param uri may hold <code>{name}</code> and <code>${stageVariables.name}</code>
     * @param timeoutMillis how long the answer may take
     * @param verifyCertificate whether a TLS backend has to prove its name
     */
    record HttpTarget(@Nullable String verb, String uri, int timeoutMillis, boolean verifyCertificate) {}

    /**
     * How an integration request is made of the client's.
     *
     * @param parameters {@code integration.request.{location}.{name}} to its source expression
     * @param templates content type to mapping template
     * @param passthrough what happens to a body that no template takes
     * @param contentHandling a conversion of the body between bytes and text, if any
     */
    record RequestMapping(
            Map<String, String> parameters,
            Map<String, String> templates,
            Passthrough passthrough,
            @Nullable ContentHandling contentHandling) {
        public RequestMapping {
            parameters = Map.copyOf(parameters);
            templates = Map.copyOf(templates);
        }
    }

    /** What happens to a body whose content type no template takes. */
    enum Passthrough {
        WHEN_NO_MATCH,
        WHEN_NO_TEMPLATES,
        NEVER
    }

    /** A conversion of a body. */
    enum ContentHandling {
        CONVERT_TO_BINARY,
        CONVERT_TO_TEXT
    }

    /**
     * How one class of integration answers becomes the client's.
     *
     * @param status what the client gets
     * @param pattern a regular expression that the backend's whole status has to match; {@code null} for any
     * @param headers header name to its source expression
     * @param templates content type to mapping template
     * @param contentHandling a conversion of the body between bytes and text, if any
     * @param declared whether the method declares this status; an undeclared one cannot be answered
     */
    record ResponseMapping(
            int status,
            @Nullable String pattern,
            Map<String, String> headers,
            Map<String, String> templates,
            @Nullable ContentHandling contentHandling,
            boolean declared) {
        public ResponseMapping {
            headers = Map.copyOf(headers);
            templates = Map.copyOf(templates);
        }
    }
}
