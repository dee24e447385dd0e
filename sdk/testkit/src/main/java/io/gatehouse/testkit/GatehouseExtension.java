// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.testkit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/**
 * The JUnit extension behind {@link GatehouseTest}; register it by hand for options that only the test can compute:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final GatehouseExtension GATEHOUSE = GatehouseExtension.with(
 *         () -> GatehouseOptions.defaults().withResolve("users:8080", backend.port()));
 * }</pre>
 */
public final class GatehouseExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(GatehouseExtension.class);

    private final @Nullable Supplier<GatehouseOptions> options;

    /** For JUnit: options come from the annotation. */
    public GatehouseExtension() {
        this(null);
    }

    private GatehouseExtension(@Nullable Supplier<GatehouseOptions> options) {
        this.options = options;
    }

    /** An extension whose options are asked for just before the program starts. */
    public static GatehouseExtension with(Supplier<GatehouseOptions> options) {
        return new GatehouseExtension(options);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        // The store closes what it holds after the class's last test, the latest first.
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        GatehouseProgram program = GatehouseProgram.start(optionsFor(context));
        store.put(GatehouseProgram.class, program);
        store.put(ApiGatewayClient.class, program.apiGateway());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == GatehouseProgram.class || type == ApiGatewayClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Object value = context.getStore(NAMESPACE).get(parameter.getParameter().getType());
        if (value == null) {
            throw new ParameterResolutionException(
                    "The program is started once for a class, so register a" + " GatehouseExtension in a static field");
        }
        return value;
    }

    private GatehouseOptions optionsFor(ExtensionContext context) {
        if (options != null) {
            return options.get();
        }
        GatehouseTest annotation = context.getRequiredTestClass().getAnnotation(GatehouseTest.class);
        String[] arguments = annotation == null ? new String[0] : annotation.arguments();
        return GatehouseOptions.defaults().withArguments(arguments);
    }
}
