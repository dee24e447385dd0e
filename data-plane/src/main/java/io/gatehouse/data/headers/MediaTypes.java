// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.headers;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Media types as API Gateway compares them. */
public final class MediaTypes {

    /** What a body without a content type is taken for. */
    public static final String JSON = "application/json";

    private MediaTypes() {}

    /** The type and subtype, in lower case, without parameters; {@link #JSON} when there is none. */
    public static String essence(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return JSON;
        }
        int semicolon = contentType.indexOf(';');
        String bare = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return bare.trim().toLowerCase(Locale.ROOT);
    }

    /** The first media type of an {@code Accept} field, bare; {@code null} when there is none. */
    public static @Nullable String firstAccepted(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return null;
        }
        int comma = accept.indexOf(',');
        return essence(comma < 0 ? accept : accept.substring(0, comma));
    }

    /**
     * Whether a type is one of an API's binary media types. A right wildcard ({@code image/*}) matches every
     * subtype and <code>*&#47;*</code> everything; a left one matches nothing.
     */
    public static boolean isBinary(@Nullable String mediaType, List<String> binaryMediaTypes) {
        if (mediaType == null) {
            return false;
        }
        for (String declared : binaryMediaTypes) {
            if (matches(mediaType, declared.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String mediaType, String declared) {
        if (declared.equals("*/*")) {
            return true;
        }
        if (declared.endsWith("/*")) {
            return mediaType.regionMatches(0, declared, 0, declared.length() - 1);
        }
        return mediaType.equals(declared);
    }
}
