// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.integration.MappingRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a method may be, beyond the types of its members, in the order in which AWS looks at it. Source: API reference,
 * "PutMethod".
 */
final class MethodRules {
    private static final List<String> VERBS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY");
    private static final Set<String> WITH_AUTHORIZER = Set.of("CUSTOM", "COGNITO_USER_POOLS");
    private static final Set<String> WITHOUT_AUTHORIZER = Set.of("NONE", "AWS_IAM");

    private MethodRules() {}

    /** Refuses what is no verb of a method. */
    static void checkVerb(String httpMethod) {
        if (!VERBS.contains(httpMethod)) {
            throw BadRequestException.of("Invalid HttpMethod specified. Valid options are " + String.join(",", VERBS));
        }
    }

    /**
     * Refuses a request that cannot be a method.
     *
     * @param modelExists whether the API has a model of that name
     */
    static void check(PutMethod request, Predicate<String> modelExists) {
        String type = request.authorizationType().toUpperCase(Locale.ROOT);
        if (usesAuthorizer(type)) {
            // No API has an authorizer yet, so none that is named can be valid.
            throw BadRequestException.of("Invalid authorizer ID specified. Setting the authorization type to CUSTOM or"
                    + " COGNITO_USER_POOLS requires a valid authorizer.");
        }
        if (!WITHOUT_AUTHORIZER.contains(type)) {
            throw BadRequestException.of("Invalid authorization type specified. Valid options are"
                    + " NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS");
        }
        if (request.requestValidatorId() != null
                && !request.requestValidatorId().isEmpty()) {
            // No API has a validator yet either.
            throw BadRequestException.invalidIdentifier("Request Validator");
        }
        checkModels(request.requestModels(), modelExists);
        MappingRules.checkMethodRequest(request.requestParameters());
    }

    /** Refuses a request that cannot be a method response. */
    static void check(PutMethodResponse request, Predicate<String> modelExists) {
        checkModels(request.responseModels(), modelExists);
        MappingRules.checkMethodResponse(request.responseParameters());
    }

    /** Whether methods of this type are guarded by an authorizer. */
    static boolean usesAuthorizer(String authorizationType) {
        return WITH_AUTHORIZER.contains(authorizationType);
    }

    private static void checkModels(@Nullable Map<String, String> models, Predicate<String> exists) {
        // Each name once: a list of patches may name the same model thousands of times.
        Set<String> names = models == null ? Set.of() : new LinkedHashSet<>(models.values());
        for (String name : names) {
            if (!exists.test(name)) {
                throw BadRequestException.of("Invalid model identifier specified: " + name);
            }
        }
    }
}
