// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a value as canonical JSON. The attribute's value is replaced as a whole, never changed in place; each
 * column says so to Hibernate by {@link Immutable}, which would otherwise write and read every loaded value once more, to have
 * a copy to compare with.
 *
 * @param <T> the attribute's type
 */
public abstract class JsonColumn<T> implements AttributeConverter<@Nullable T, @Nullable String> {
    private final ObjectReader reader;
    private final T empty;
    private final String emptyText;

    /**
     * A column of this type.
     *
     * @param empty the list or map without elements: most values are, and then there is nothing to read
     */
    protected JsonColumn(TypeReference<T> type, T empty) {
        this.reader = CanonicalJson.reader(type);
        this.empty = empty;
        this.emptyText = CanonicalJson.write(empty);
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        return value == null ? null : CanonicalJson.write(value);
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.equals(emptyText)) {
            return empty;
        }
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON cannot be read", e);
        }
    }

    /** A list of texts. */
    @Immutable
    @RegisterForReflection
    public static final class Texts extends JsonColumn<List<String>> {
        public Texts() {
            super(new TypeReference<>() {}, List.of());
        }
    }

    /** A map of text to text. */
    @Immutable
    @RegisterForReflection
    public static final class TextMap extends JsonColumn<Map<String, String>> {
        public TextMap() {
            super(new TypeReference<>() {}, Map.of());
        }
    }

    /** A map of text to yes or no. */
    @Immutable
    @RegisterForReflection
    public static final class FlagMap extends JsonColumn<Map<String, Boolean>> {
        public FlagMap() {
            super(new TypeReference<>() {}, Map.of());
        }
    }
}
