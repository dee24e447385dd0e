// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.gatehouse.control.aws.error.SerializationException;
import io.gatehouse.control.aws.error.ValidationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON body of a request into the operation's record, as strictly as AWS does: a member of the wrong JSON type is
 * refused, unknown members are ignored, {@code null} means absent, of a member given twice the last counts, and no body is
 * an empty one. Text that cannot be stored is refused here and nowhere else. Then the record's constraints are checked, all of them in one answer.
 */
public final class RequestDecoder {

    /** How deep arrays and objects may be nested, known members or not. */
    static final int MAX_DEPTH = 200;

    /** Names come from clients, so none of them is kept beyond its request. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Map<Class<?>, Shape.Structure> SHAPES = new ConcurrentHashMap<>();

    private RequestDecoder() {}

    /**
     * The record behind a body.
     *
     * @param operation the Java method's name, such as {@code createRestApi}; it is part of what violations say
     * @param earlier violations that path parameters have already
     * @throws SerializationException when the body is no JSON, or a member of the wrong type
     * @throws ValidationException when the members, or the path parameters, break constraints
     */
    public static <T> T decode(Class<T> type, byte[] body, String operation, List<String> earlier) {
        Shape.Structure shape = SHAPES.computeIfAbsent(type, Shape::ofRecord);
        T record = type.cast(read(body, shape));
        List<String> violations = new ArrayList<>(earlier);
        MemberValidator.collect(record, shape, Place.of(operation + "Input"), violations);
        if (!violations.isEmpty()) {
            throw ValidationException.of(violations);
        }
        return record;
    }

    private static Object read(byte[] body, Shape.Structure shape) {
        CharBuffer text = text(body);
        try (JsonParser json = JSON.createParser(text.array(), text.position(), text.remaining())) {
            JsonToken first = json.nextToken();
            Object record = first == null || first == JsonToken.VALUE_NULL
                    ? shape.create(Collections.nCopies(shape.members().size(), null))
                    : new MemberDecoder(json).structure(shape);
            if (json.nextToken() != null) {
                throw unparsable(json.currentTokenLocation());
            }
            return record;
        } catch (JsonProcessingException malformed) {
            throw unparsable(malformed.getLocation());
        } catch (IOException unreadable) {
            throw unparsable(null);
        }
    }

    /** JSON is UTF-8 and nothing else; a byte order mark is no part of it, and ignored. */
    private static CharBuffer text(byte[] body) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return text.hasRemaining() && text.charAt(0) == BYTE_ORDER_MARK ? text.position(1) : text;
        } catch (CharacterCodingException noText) {
            throw unparsable(null);
        }
    }

    private static SerializationException unparsable(@Nullable JsonLocation at) {
        String where = at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
        return SerializationException.of("Could not parse request body into json" + where);
    }
}
