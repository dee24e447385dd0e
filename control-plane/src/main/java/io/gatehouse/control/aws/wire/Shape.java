// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a Java type means on the wire. Read once from the record's declaration; only these types may stand in a request. */
sealed interface Shape {

    /** Whether something inside has a constraint; what has none needs no look. */
    boolean constrained();

    /** Text. */
    record Text() implements Shape {
        @Override
        public boolean constrained() {
            return false;
        }
    }

    /** True or false. */
    record Flag() implements Shape {
        @Override
        public boolean constrained() {
            return false;
        }
    }

    /** A number of the given boxed type. */
    record Numeric(Class<?> type) implements Shape {
        @Override
        public boolean constrained() {
            return false;
        }
    }

    /** A list of one shape. */
    record Many(Shape element) implements Shape {
        @Override
        public boolean constrained() {
            return element.constrained();
        }
    }

    /** Names to values of one shape. */
    record Named(Shape value) implements Shape {
        @Override
        public boolean constrained() {
            return value.constrained();
        }
    }

    /** A record, member by member in the order of its declaration. */
    record Structure(List<Member> members, Constructor<?> constructor, boolean constrained) implements Shape {

        Structure(List<Member> members, Constructor<?> constructor) {
            this(List.copyOf(members), constructor, members.stream().anyMatch(Member::constrained));
        }

        /** Where among the members the one of this name stands; -1 when there is none. */
        int placeOf(String name) {
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).name().equals(name)) {
                    return i;
                }
            }
            return -1;
        }

        /** The record with these values, in the order of the members. */
        Object create(List<@Nullable Object> values) {
            try {
                return constructor.newInstance(values.toArray());
            } catch (InvocationTargetException refused) {
                throw refused.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(refused);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("cannot make a " + constructor.getDeclaringClass(), broken);
            }
        }
    }

    /**
     * A member of a structure: its name on the wire, its shape, the constraints that it declares, how to read it, and whether it or
     * something inside of it is constrained.
     */
    record Member(String name, Shape shape, List<Constraint> constraints, Method accessor, boolean constrained) {

        Member(String name, Shape shape, List<Constraint> constraints, Method accessor) {
            this(name, shape, constraints, accessor, !constraints.isEmpty() || shape.constrained());
        }

        /** The member's value in a record; absent when it was not sent. */
        @Nullable
        Object in(Object record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("cannot read " + accessor, broken);
            }
        }
    }

    /** The shape of a request record. */
    static Structure ofRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Member> members = new ArrayList<>(components.length);
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            types[i] = component.getType();
            component.getAccessor().setAccessible(true);
            members.add(new Member(
                    component.getName(),
                    of(component.getGenericType()),
                    Constraint.declaredBy(component.getAnnotations()),
                    component.getAccessor()));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new Structure(members, constructor);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type + " has no canonical constructor to be reached", impossible);
        }
    }

    private static Shape of(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            if (parameterized.getRawType() == List.class) {
                return new Many(of(arguments[0]));
            }
            if (parameterized.getRawType() == Map.class && arguments[0] == String.class) {
                return new Named(of(arguments[1]));
            }
        } else if (type instanceof Class<?> plain) {
            if (plain == String.class) {
                return new Text();
            }
            if (plain == Boolean.class) {
                return new Flag();
            }
            if (plain == Integer.class || plain == Long.class || plain == Double.class || plain == Float.class) {
                return new Numeric(plain);
            }
            if (plain.isRecord()) {
                return ofRecord(plain);
            }
        }
        throw new IllegalStateException("a request record cannot have a member of type " + type.getTypeName());
    }
}
