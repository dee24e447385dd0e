// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.metrics;

import java.util.Locale;

/** Why a request was refused before a stage was found that it could be counted for. */
public enum RefusalReason {
    /** It could be read in more than one way, or in none. */
    MALFORMED,
    /** It stopped coming. */
    TOO_SLOW,
    LINE_TOO_LONG,
    HEAD_TOO_LONG,
    TOO_MANY_CONNECTIONS,
    /** It addresses no API. */
    NO_ADDRESS,
    /** It addresses an API or a stage that is not served. */
    NO_STAGE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
