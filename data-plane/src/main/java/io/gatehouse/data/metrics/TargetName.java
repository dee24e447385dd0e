// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.metrics;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a backend is called where its calls are counted: scheme, host and port as the definition says them. A path variable in the
 * host keeps its braces, so that no client makes up a name.
 */
final class TargetName {
    private static final Pattern ORIGIN = Pattern.compile("(https?://)(?:[^/?#@]*@)?([^/?#]+).*", Pattern.DOTALL);
    private static final Pattern STAGE_VARIABLE = Pattern.compile("\\$\\{stageVariables\\.([A-Za-z0-9_]+)}");

    private TargetName() {}

    /**
     * @param uri an integration's, with its placeholders
     * @param variables the stage variables
     * @return {@code null} when it is no address; such a backend is never called
     */
    static @Nullable String of(String uri, Map<String, String> variables) {
        Matcher placeholders = STAGE_VARIABLE.matcher(uri);
        String filled = placeholders.replaceAll(
                found -> Matcher.quoteReplacement(variables.getOrDefault(found.group(1), found.group())));
        Matcher origin = ORIGIN.matcher(filled);
        return origin.matches() ? origin.group(1) + origin.group(2) : null;
    }
}
