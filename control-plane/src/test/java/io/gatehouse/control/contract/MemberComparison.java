// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Compares a record with a structure of the SDK, member by member and as deep as they go. */
final class MemberComparison {

    private static final Map<MarshallingType<?>, Class<?>> SCALARS = Map.of(
            MarshallingType.STRING, String.class,
            MarshallingType.BOOLEAN, Boolean.class,
            MarshallingType.INTEGER, Integer.class,
            MarshallingType.LONG, Long.class,
            MarshallingType.DOUBLE, Double.class,
            MarshallingType.FLOAT, Float.class,
            MarshallingType.INSTANT, Instant.class);

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            boolean.class, Boolean.class, int.class, Integer.class, long.class, Long.class, double.class, Double.class);

    private final List<String> differences = new ArrayList<>();

    private MemberComparison() {}

    /** Every difference in words; none when the record has exactly the members that travel in the body. */
    static List<String> differences(String path, Type record, List<SdkField<?>> fields) {
        MemberComparison comparison = new MemberComparison();
        List<SdkField<?>> members = fields.stream()
                .filter(field -> field.location() == MarshallLocation.PAYLOAD)
                .toList();
        comparison.structure(path, record, members);
        return comparison.differences;
    }

    private void structure(String path, Type type, List<SdkField<?>> fields) {
        Class<?> record = rawClass(type);
        if (!record.isRecord()) {
            differences.add(path + " is a " + type.getTypeName() + " and not a record");
            return;
        }
        Map<String, Type> variables = variables(type, record);
        Set<String> unknown = new HashSet<>();
        Map<String, Type> components = new HashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            components.put(component.getName(), resolve(component.getGenericType(), variables));
            unknown.add(component.getName());
        }
        for (SdkField<?> field : fields) {
            String at = path + "." + field.locationName();
            Type component = components.get(field.locationName());
            if (component == null) {
                differences.add(at + " is missing");
            } else {
                unknown.remove(field.locationName());
                member(at, component, field);
            }
        }
        unknown.forEach(name -> differences.add(path + "." + name + " is no member that AWS knows"));
    }

    private void member(String path, Type type, SdkField<?> field) {
        MarshallingType<?> kind = field.marshallingType();
        if (kind == MarshallingType.SDK_POJO) {
            structure(path, type, fieldsOf(field));
        } else if (kind == MarshallingType.LIST) {
            container(path, type, List.class, field.getTrait(ListTrait.class).memberFieldInfo());
        } else if (kind == MarshallingType.MAP) {
            container(path, type, Map.class, field.getTrait(MapTrait.class).valueFieldInfo());
        } else {
            Class<?> raw = rawClass(type);
            if (BOXES.getOrDefault(raw, raw) != SCALARS.get(kind)) {
                differences.add(path + " is a " + type.getTypeName() + " and not " + SCALARS.get(kind));
            }
        }
    }

    private void container(String path, Type type, Class<?> expected, SdkField<?> element) {
        if (type instanceof ParameterizedType parameterized && parameterized.getRawType() == expected) {
            Type[] arguments = parameterized.getActualTypeArguments();
            member(path + "[]", arguments[arguments.length - 1], element);
        } else {
            differences.add(path + " is a " + type.getTypeName() + " and not a " + expected.getSimpleName());
        }
    }

    private static List<SdkField<?>> fieldsOf(SdkField<?> structure) {
        Supplier<SdkPojo> constructor = structure.constructor();
        return constructor.get().sdkFields();
    }

    private static Class<?> rawClass(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    private static Map<String, Type> variables(Type type, Class<?> record) {
        Map<String, Type> variables = new HashMap<>();
        if (type instanceof ParameterizedType parameterized) {
            for (int i = 0; i < record.getTypeParameters().length; i++) {
                variables.put(
                        record.getTypeParameters()[i].getName(), parameterized.getActualTypeArguments()[i]);
            }
        }
        return variables;
    }

    /** {@code List<T>} of a generic record, with what {@code T} is. */
    private static Type resolve(Type type, Map<String, Type> variables) {
        if (type instanceof TypeVariable<?> variable) {
            return variables.getOrDefault(variable.getName(), type);
        }
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = resolve(arguments[i], variables);
            }
            return new Resolved((Class<?>) parameterized.getRawType(), arguments);
        }
        return type;
    }

    private record Resolved(Class<?> getRawType, Type[] getActualTypeArguments) implements ParameterizedType {
        @Override
        public Type getOwnerType() {
            return Object.class;
        }
    }
}
