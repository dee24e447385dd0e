// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import static io.gatehouse.data.vtl.Arguments.text;

import java.util.function.Function;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.runtime.parser.node.MathUtils;

/** The methods of numbers, truth values and {@code $foreach} that templates may call. */
final class ScalarOperations {
    /** The static {@code parseInt} and its like are here because templates reach them through any number they hold. */
    static final Operation.Table NUMBER = new Operation.Table()
            .with("intValue", 0, number(Number::intValue))
            .with("longValue", 0, number(Number::longValue))
            .with("doubleValue", 0, number(Number::doubleValue))
            .with("floatValue", 0, number(Number::floatValue))
            .with("hashCode", 0, number(Object::hashCode))
            .with("toString", 0, number(Object::toString))
            .with("toString", 1, parse(Object::toString))
            .with("equals", 1, (target, arguments, budget) -> target.equals(arguments[0]))
            .with(
                    "compareTo",
                    1,
                    (target, arguments, budget) -> MathUtils.compare((Number) target, (Number) other(arguments[0])))
            .with("parseInt", 1, parse(Integer::parseInt))
            .with("parseLong", 1, parse(Long::parseLong))
            .with("parseDouble", 1, parse(Double::parseDouble))
            .with("parseFloat", 1, parse(Float::parseFloat))
            .with("valueOf", 1, (target, arguments, budget) -> valueOf(target, text(arguments[0], budget)));

    static final Operation.Table BOOLEAN = new Operation.Table()
            .with("booleanValue", 0, (target, arguments, budget) -> target)
            .with("toString", 0, (target, arguments, budget) -> target.toString())
            .with("hashCode", 0, (target, arguments, budget) -> target.hashCode())
            .with("equals", 1, (target, arguments, budget) -> target.equals(arguments[0]))
            .with("parseBoolean", 1, parse(Boolean::parseBoolean))
            .with("valueOf", 1, parse(Boolean::valueOf));

    static final Operation.Table FOREACH = new Operation.Table()
            .with("hasNext", 0, foreach(ForeachScope::hasNext))
            .with("getHasNext", 0, foreach(ForeachScope::hasNext))
            .with("getIndex", 0, foreach(ForeachScope::getIndex))
            .with("getCount", 0, foreach(ForeachScope::getCount))
            .with("isFirst", 0, foreach(ForeachScope::isFirst))
            .with("isLast", 0, foreach(ForeachScope::isLast))
            .with("getParent", 0, (target, arguments, budget) -> ((ForeachScope) target).getParent())
            .with("getTopmost", 0, (target, arguments, budget) -> ((ForeachScope) target).getTopmost());

    private ScalarOperations() {}

    private static Operation number(Function<Number, Object> method) {
        return (target, arguments, budget) -> method.apply((Number) target);
    }

    private static Operation parse(Function<String, Object> method) {
        return (target, arguments, budget) -> method.apply(text(arguments[0], budget));
    }

    private static Operation foreach(Function<ForeachScope, Object> method) {
        return (target, arguments, budget) -> method.apply((ForeachScope) target);
    }

    private static Object other(Object argument) {
        if (argument instanceof Number) {
            return argument;
        }
        throw new IllegalArgumentException("a number is needed");
    }

    private static Object valueOf(Object target, String text) {
        return switch (target) {
            case Double any -> Double.valueOf(text);
            case Float any -> Float.valueOf(text);
            case Long any -> Long.valueOf(text);
            default -> Integer.valueOf(text);
        };
    }
}
