// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Text as a JSON string. */
final class JsonStrings {
    private JsonStrings() {}

    static void append(StringBuilder json, String text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append('"');
    }
}
