// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.control.aws.error.SerializationException;
import io.gatehouse.control.aws.error.ValidationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the JSON body of a request into the operation's record, as strictly as AWS does: a member of the wrong JSON type is
 * refused, unknown members are ignored, {@code null} means absent, of a member given twice the last counts, and no body is
 * an empty one. Then the record's constraints are checked, all of them in one answer.
 */
public final class RequestDecoder {

    /** How deep arrays and objects may be nested, known members or not. */
    static final int MAX_DEPTH = 200;

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

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
        T record = type.cast(MemberDecoder.structure(parse(body), shape));
        List<String> violations = new ArrayList<>(earlier);
        MemberValidator.collect(record, shape, operation + "Input", violations);
        if (!violations.isEmpty()) {
            throw ValidationException.of(violations);
        }
        return record;
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            return root.isMissingNode() ? JSON.createObjectNode() : root;
        } catch (JsonProcessingException malformed) {
            String where = malformed.getLocation() == null
                    ? ""
                    : ", line " + malformed.getLocation().getLineNr() + ", column "
                            + malformed.getLocation().getColumnNr();
            throw SerializationException.of("Could not parse request body into json" + where);
        } catch (IOException unreadable) {
            throw SerializationException.of("Could not parse request body into json");
        }
    }
}
