// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws;

import io.gatehouse.control.aws.error.BadRequestException;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers of nouns. They are fresh unless the creator's tags choose one: {@code gatehouse:id}, or
 * {@code _custom_id_}, which other emulators use.
 */
@Singleton
public final class Ids {

    /** How long a fresh identifier is, in characters. */
    public static final int LENGTH = 10;

    /** Our own tag that chooses an identifier. */
    public static final String ID_TAG = "gatehouse:id";

    /** LocalStack's tag that chooses an identifier. */
    public static final String CUSTOM_ID_TAG = "_custom_id_";

    /** A chosen identifier has to fit into a host name. */
    private static final Pattern CHOSEN = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final IdSource source;

    public Ids(IdSource source) {
        this.source = source;
    }

    /** A fresh identifier. */
    public String next() {
        return source.next();
    }

    /**
     * The identifier that the tags choose, or a fresh one.
     *
     * @throws BadRequestException when the chosen one does not fit into a host name
     */
    public String chosenBy(@Nullable Map<String, String> tags) {
        String chosen = tags == null ? null : tags.getOrDefault(ID_TAG, tags.get(CUSTOM_ID_TAG));
        if (chosen == null) {
            return next();
        }
        if (!CHOSEN.matcher(chosen).matches()) {
            throw BadRequestException.of(
                    "Invalid identifier '" + chosen + "' chosen by tag: use a-z, 0-9 and '-', at most 63 characters");
        }
        return chosen;
    }
}
