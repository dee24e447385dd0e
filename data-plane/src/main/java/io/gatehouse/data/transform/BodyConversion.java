// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.IntegrationSpec.ContentHandling;
import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Bodies as text or bytes (developer guide, "Content type conversions in API Gateway"). Text goes through UTF-8
 * both ways, so that what is no UTF-8 arrives as U+FFFD, as at AWS.
 */
final class BodyConversion {
    private BodyConversion() {}

    /**
     * A request body that no template takes, as the backend gets it.
     *
     * @param binary whether the client's content type is one of the API's binary media types
     */
    static Buffer request(Buffer body, boolean binary, @Nullable ContentHandling handling) {
        if (handling == ContentHandling.CONVERT_TO_TEXT && binary) {
            return encoded(body);
        }
        if (handling == ContentHandling.CONVERT_TO_BINARY && !binary) {
            return decoded(body);
        }
        return binary ? body : asText(body);
    }

    /** A request body as a template reads it. */
    static String requestText(Buffer body, boolean binary, @Nullable ContentHandling handling) {
        if (binary && handling == ContentHandling.CONVERT_TO_TEXT) {
            return encoded(body).toString();
        }
        if (binary || handling == ContentHandling.CONVERT_TO_BINARY) {
            throw conversionFailed("binary data cannot be given to a template");
        }
        return body.toString();
    }

    /**
     * A response body that no template takes, as the client gets it.
     *
     * @param payloadBinary whether the backend's content type is one of the API's binary media types
     * @param acceptBinary whether the client's {@code Accept} is one of them
     */
    static Buffer response(
            Buffer body, boolean payloadBinary, boolean acceptBinary, @Nullable ContentHandling handling) {
        if (handling == ContentHandling.CONVERT_TO_TEXT) {
            return payloadBinary ? encoded(body) : asText(body);
        }
        if (handling == ContentHandling.CONVERT_TO_BINARY) {
            return payloadBinary ? body : decoded(body);
        }
        if (payloadBinary) {
            return acceptBinary ? body : encoded(body);
        }
        return acceptBinary ? decoded(body) : asText(body);
    }

    /** A response body as a template reads it. */
    static String responseText(Buffer body, boolean payloadBinary, @Nullable ContentHandling handling) {
        if (handling == ContentHandling.CONVERT_TO_BINARY) {
            throw conversionFailed("binary data cannot be given to a template");
        }
        return payloadBinary ? encoded(body).toString() : body.toString();
    }

    private static Buffer asText(Buffer body) {
        return Buffer.buffer(body.toString());
    }

    private static Buffer encoded(Buffer body) {
        return Buffer.buffer(Base64.getEncoder().encode(body.getBytes()));
    }

    private static Buffer decoded(Buffer body) {
        try {
            return Buffer.buffer(
                    Base64.getDecoder().decode(body.toString().strip().getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException noBase64) {
            throw conversionFailed("the body is not base64");
        }
    }

    private static FaultException conversionFailed(String problem) {
        return FaultException.because(
                FaultKind.API_CONFIGURATION_ERROR,
                "Execution failed due to configuration error: Unable to convert the body: " + problem);
    }
}
