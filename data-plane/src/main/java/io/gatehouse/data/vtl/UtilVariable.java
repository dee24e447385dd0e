// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import static io.gatehouse.data.vtl.Arguments.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** {@code $util}. Every function of an absent argument is absent. */
final class UtilVariable {
    static final UtilVariable VALUE = new UtilVariable();

    static final Operation.Table TABLE = new Operation.Table()
            .with("escapeJavaScript", 1, of(UtilVariable::escapeJavaScript))
            .with("parseJson", 1, UtilVariable::parseJson)
            .with("urlEncode", 1, of((text, budget) -> URLEncoder.encode(text, UTF_8)))
            .with("urlDecode", 1, of((text, budget) -> URLDecoder.decode(text, UTF_8)))
            .with("base64Encode", 1, of((text, budget) -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8))))
            .with(
                    "base64Decode",
                    1,
                    of((text, budget) -> new String(Base64.getDecoder().decode(text), UTF_8)));

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UtilVariable() {}

    private static Operation of(BiFunction<String, Budget, Object> function) {
        return (target, arguments, budget) ->
                arguments[0] == null ? null : function.apply(text(arguments[0], budget), budget);
    }

    private static @Nullable Object parseJson(Object target, @Nullable Object[] arguments, Budget budget) {
        if (arguments[0] == null) {
            return null;
        }
        try {
            return JsonText.read(text(arguments[0], budget)).root();
        } catch (IOException e) {
            throw new TemplateFailureException(
                    TemplateFailureException.Reason.ERROR, "$util.parseJson was given a text that is not JSON");
        }
    }

    /** Escapes as ECMAScript strings want it: both quotes, backslash, slash, control characters and all that is not ASCII. */
    private static String escapeJavaScript(String text, Budget budget) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\'', '"', '\\', '/' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\b' -> escaped.append("\\b");
                case '\f' -> escaped.append("\\f");
                default -> {
                    if (c < ' ' || c > '~') {
                        escaped.append("\\u").append(HEX.toHexDigits(c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
