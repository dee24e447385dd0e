// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Values as findings print them: the beginning of what is long. */
final class Words {
    private static final int LONGEST = 1_000;

    private final StringBuilder out = new StringBuilder();

    private Words() {}

    /** A value as JSON. */
    static String json(JsonNode value) {
        Words words = new Words();
        words.print(value);
        return cut(words.out.toString());
    }

    /** A text as it is. */
    static String text(String text) {
        return cut(text);
    }

    /** Names as a JSON array. */
    static String names(Collection<String> names) {
        Words words = new Words();
        words.out.append('[');
        Iterator<String> each = names.iterator();
        while (each.hasNext() && words.hasRoom()) {
            words.quote(each.next());
            words.out.append(each.hasNext() ? "," : "");
        }
        return cut(words.out.append(']').toString());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private boolean hasRoom() {
        return out.length() <= LONGEST;
    }

    private void print(JsonNode value) {
        if (value.isObject()) {
            out.append('{');
            Iterator<Map.Entry<String, JsonNode>> members = value.fields();
            while (members.hasNext() && hasRoom()) {
                Map.Entry<String, JsonNode> member = members.next();
                quote(member.getKey());
                out.append(':');
                print(member.getValue());
                out.append(members.hasNext() ? "," : "");
            }
            out.append('}');
        } else if (value.isArray()) {
            out.append('[');
            for (int i = 0; i < value.size() && hasRoom(); i++) {
                out.append(i == 0 ? "" : ",");
                print(value.get(i));
            }
            out.append(']');
        } else if (value.isTextual()) {
            quote(value.textValue());
        } else {
            out.append(value.asText());
        }
    }

    private void quote(String text) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(cut(text), out);
        out.append('"');
    }
}
