// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws;

import io.gatehouse.control.aws.error.BadRequestException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of tags. Source: developer guide, "Tagging your API Gateway resources", "Tag restrictions".
 */
public final class Tags {

    /** Tags that one resource has at most. */
    public static final int MAX_COUNT = 50;

    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;

    private Tags() {}

    /**
     * The tags in order of their keys, checked; empty when there are none.
     *
     * @throws BadRequestException when a key or value breaks a rule
     */
    public static Map<String, String> checked(@Nullable Map<String, String> tags) {
        if (tags == null) {
            return Map.of();
        }
        if (tags.size() > MAX_COUNT) {
            throw BadRequestException.of("Invalid tags. A resource cannot have more than " + MAX_COUNT + " tags");
        }
        tags.forEach(Tags::check);
        return new TreeMap<>(tags);
    }

    private static void check(String key, String value) {
        if (key.isEmpty() || key.length() > MAX_KEY) {
            throw BadRequestException.of("Invalid tag key '" + key + "'. Keys have 1 to " + MAX_KEY + " characters");
        }
        if (key.regionMatches(true, 0, "aws:", 0, 4)) {
            throw BadRequestException.of("Invalid tag key '" + key + "'. Keys cannot start with aws:");
        }
        if (value.length() > MAX_VALUE) {
            throw BadRequestException.of(
                    "Invalid value of tag '" + key + "'. Values have at most " + MAX_VALUE + " characters");
        }
    }
}
