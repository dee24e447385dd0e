// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws;

import io.gatehouse.control.aws.error.BadRequestException;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for. The position is opaque to clients: it holds the key of the last element that they
 * have seen, so that a page neither depends on the number of elements before it nor shifts when some are deleted.
 *
 * @param position as the previous page gave it; absent for the first page
 * @param limit how many elements; 25 when absent, 500 at most, none when it is not positive
 */
public record PageRequest(
        @QueryParam("position") @Nullable String position,
        @QueryParam("limit") @Nullable Integer limit) {

    /** Elements per page when the client does not say. */
    public static final int DEFAULT_LIMIT = 25;

    /** Elements per page at most. */
    public static final int MAX_LIMIT = 500;

    private static final String VERSION = "1:";

    /** How many elements the page holds at most; 0 to {@value #MAX_LIMIT}. */
    public int size() {
        return limit == null ? DEFAULT_LIMIT : Math.clamp(limit, 0, MAX_LIMIT);
    }

    /**
     * The key of the last element that the client has; absent for the first page.
     *
     * @throws BadRequestException when the position is none that we gave
     */
    public @Nullable String after() {
        if (position == null || position.isEmpty()) {
            return null;
        }
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(position), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbage) {
            throw invalid();
        }
        // No key has a control character, and a database may choke on one.
        if (!text.startsWith(VERSION) || text.chars().anyMatch(c -> c < ' ')) {
            throw invalid();
        }
        return text.substring(VERSION.length());
    }

    /** The position that continues after the element with this key. */
    static String positionAfter(String key) {
        byte[] bytes = (VERSION + key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static BadRequestException invalid() {
        return BadRequestException.of("Invalid position parameter specified");
    }
}
