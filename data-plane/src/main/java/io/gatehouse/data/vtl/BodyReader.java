// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values of a body by JSONPath, for parameter mappings. The body is parsed once, when it is first asked
 * for a value, and all reading together may cost what one rendering may. One thread, one body.
 */
public final class BodyReader {
    private final Budget budget = new Budget();
    private final String body;
    private JsonText.@Nullable Document parsed;
    private boolean noJson;

    /** Reads nothing yet. */
    public BodyReader(String body) {
        this.body = body;
    }

    /** Whether a text is a JSONPath that can be read. */
    public static boolean isPath(String path) {
        try {
            JsonPath.compile(path);
            return !path.contains("=~");
        } catch (InvalidPathException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** The whole body. */
    public String whole() {
        return body;
    }

    /**
     * What the path finds: text as it is, anything else as JSON.
     *
     * @param path begins with {@code $}
     * @return {@code null} when it finds nothing or JSON null, or the body is no JSON
     * @throws TemplateFailureException when reading costs too much
     */
    public @Nullable String find(String path) {
        if (noJson) {
            return null;
        }
        try {
            return budget.run(() -> {
                Object found = JsonPaths.find(document(), path);
                return switch (found) {
                    case null -> null;
                    case String text -> text;
                    default -> Printer.json(found, budget);
                };
            });
        } catch (IOException unreadable) {
            noJson = true;
            return null;
        } catch (StackOverflowError tooDeep) {
            throw new TemplateFailureException(
                    TemplateFailureException.Reason.LIMIT, "The body nests too deeply for a parameter mapping");
        }
    }

    private JsonText.Document document() throws IOException {
        JsonText.Document document = parsed;
        if (document == null) {
            document = JsonText.read(body);
            parsed = document;
        }
        return document;
    }
}
