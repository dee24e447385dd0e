// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import io.gatehouse.control.aws.Tags;
import io.gatehouse.control.aws.error.BadRequestException;
import org.jspecify.annotations.Nullable;

/** What an API may be, beyond the types of its members. Source: API reference, "CreateRestApi". */
final class RestApiRules {
    private static final int MAX_COMPRESSION_SIZE = 10_485_760;

    private RestApiRules() {}

    /** Refuses a request that cannot be an API, in AWS's order. */
    static void check(CreateRestApi request) {
        checkName(request.name());
        if ("".equals(request.description())) {
            throw BadRequestException.of("Description cannot be an empty string");
        }
        checkCompression(request.minimumCompressionSize());
        EndpointType.of(request.endpointConfiguration());
        Tags.checked(request.tags());
    }

    static void checkName(String name) {
        if (name.isBlank()) {
            throw BadRequestException.of("API Name cannot be blank");
        }
    }

    /** The size, in bytes, that a patch's text stands for; absent, which turns compression off, when the text is empty. */
    static @Nullable Integer compressionSize(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            Integer size = Integer.valueOf(text);
            checkCompression(size);
            return size;
        } catch (NumberFormatException noNumber) {
            throw invalidCompression();
        }
    }

    private static void checkCompression(@Nullable Integer size) {
        if (size != null && (size < 0 || size > MAX_COMPRESSION_SIZE)) {
            throw invalidCompression();
        }
    }

    private static BadRequestException invalidCompression() {
        return BadRequestException.of(
                "Invalid minimum compression size, must be between 0 and " + MAX_COMPRESSION_SIZE);
    }
}
