// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A gateway response's body: text with plain substitutions, which AWS gives to no template engine (developer guide,
 * "Gateway responses in API Gateway"). What a variable holds is put in as it is; one without a value prints nothing.
 */
final class FaultTemplate {
    private static final Pattern VARIABLE = Pattern.compile(
            "\\$(?:(?:context|stageVariables)(?:\\.[A-Za-z0-9_]+)+"
                    + "|method\\.request\\.(?:path|(?:multivalue)?(?:header|querystring))\\.[A-Za-z0-9_]+(?:[-.][A-Za-z0-9_]+)*)");

    private final List<FaultValue> pieces = new ArrayList<>();

    private FaultTemplate() {}

    /**
     * Reads a template; none is refused, since what is no variable is text.
     *
     * @param stageVariables put in once and for all
     */
    static FaultTemplate compile(String source, Map<String, String> stageVariables) {
        FaultTemplate template = new FaultTemplate();
        Matcher variables = VARIABLE.matcher(source);
        int from = 0;
        while (variables.find()) {
            FaultValue value = FaultValue.named(variables.group().substring(1), stageVariables);
            if (value != null) {
                template.text(source.substring(from, variables.start()));
                template.pieces.add(value);
                from = variables.end();
            }
        }
        template.text(source.substring(from));
        return template;
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            pieces.add(new FaultValue.Fixed(text));
        }
    }

    String render(Refusal refusal) {
        StringBuilder out = new StringBuilder();
        for (FaultValue piece : pieces) {
            String value = piece.of(refusal);
            if (value != null) {
                out.append(value);
            }
        }
        return out.toString();
    }
}
