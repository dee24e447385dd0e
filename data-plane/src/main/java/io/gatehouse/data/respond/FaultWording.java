// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import io.gatehouse.contract.served.FaultKind;
import org.jspecify.annotations.Nullable;

/**
 * What AWS says for each kind of refusal when the API sets no gateway response of its own.
 *
 * @param errorType the {@code x-amzn-ErrorType}
 * @param message the text; {@code null} where AWS gives none
 */
record FaultWording(String errorType, @Nullable String message) {
    private static final String INTERNAL = "InternalServerErrorException";
    private static final String INTERNAL_MESSAGE = "Internal server error";

    static FaultWording of(FaultKind kind) {
        return switch (kind) {
            case ACCESS_DENIED -> new FaultWording("AccessDeniedException", "Forbidden");
            case API_CONFIGURATION_ERROR -> new FaultWording(INTERNAL, INTERNAL_MESSAGE);
            case AUTHORIZER_CONFIGURATION_ERROR -> new FaultWording("AuthorizerConfigurationException", null);
            case AUTHORIZER_FAILURE -> new FaultWording("AuthorizerFailureException", INTERNAL_MESSAGE);
            case BAD_REQUEST_BODY -> new FaultWording("BadRequestException", "Invalid request body");
            case BAD_REQUEST_PARAMETERS -> new FaultWording("BadRequestException", "Invalid request parameters");
            case EXPIRED_TOKEN ->
                new FaultWording("ExpiredTokenException", "The security token included in the request is expired");
            case INTEGRATION_FAILURE -> new FaultWording(INTERNAL, "Network error communicating with endpoint");
            case INTEGRATION_TIMEOUT -> new FaultWording(INTERNAL, "Endpoint request timed out");
            case INVALID_API_KEY -> new FaultWording("ForbiddenException", "Forbidden");
            case INVALID_SIGNATURE ->
                new FaultWording(
                        "InvalidSignatureException",
                        "The request signature we calculated does not match the signature you provided. Check your"
                                + " AWS Secret Access Key and signing method. Consult the service documentation for"
                                + " details.");
            case MISSING_AUTHENTICATION_TOKEN ->
                new FaultWording("MissingAuthenticationTokenException", "Missing Authentication Token");
            case QUOTA_EXCEEDED -> new FaultWording("LimitExceededException", "Limit Exceeded");
            case REQUEST_TOO_LARGE -> new FaultWording("RequestTooLargeException", "Request Too Long");
            case RESOURCE_NOT_FOUND -> new FaultWording("NotFoundException", "Not Found");
            case THROTTLED -> new FaultWording("TooManyRequestsException", "Too Many Requests");
            case UNAUTHORIZED -> new FaultWording("UnauthorizedException", "Unauthorized");
            case UNSUPPORTED_MEDIA_TYPE -> new FaultWording("UnsupportedMediaTypeException", "Unsupported Media Type");
            case WAF_FILTERED -> new FaultWording("ForbiddenException", "Forbidden");
        };
    }
}
