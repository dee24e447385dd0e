// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.SerializationException;
import io.gatehouse.control.aws.wire.StorableText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a request line has to be before anything is made of it: a URI in ASCII, whose escapes are the UTF-8 of text. */
final class RequestLine {

    private RequestLine() {}

    /**
     * Checks a request's target.
     *
     * @param target as received: path, query, and escapes
     * @throws BadRequestException when it is no URI
     * @throws SerializationException when it stands for text that cannot be stored
     */
    static void check(String target) {
        if (target.chars().anyMatch(c -> c >= 0x7F) || !isUri(target)) {
            throw BadRequestException.of("The path or the query of the request is malformed");
        }
        if (target.indexOf('%') >= 0) {
            StorableText.require(decode(target));
        }
    }

    private static boolean isUri(String target) {
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** The text behind a target whose escapes are all complete, as they are in a URI. */
    private static String decode(String target) {
        byte[] bytes = new byte[target.length()];
        int length = 0;
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) Integer.parseInt(target, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException noText) {
            throw BadRequestException.of("The path or the query of the request is not UTF-8");
        }
    }
}
