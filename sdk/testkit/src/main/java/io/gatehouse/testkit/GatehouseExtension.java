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
        Running running = new Running(GatehouseProgram.start(optionsFor(context)));
        context.getStore(NAMESPACE).put(Running.class, running);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == GatehouseProgram.class || type == ApiGatewayClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getStore(NAMESPACE).get(Running.class, Running.class);
        if (running == null) {
            throw new ParameterResolutionException(
                    "The program is started once for a class, so register a" + " GatehouseExtension in a static field");
        }
        return parameter.getParameter().getType() == GatehouseProgram.class ? running.program : running.client;
    }

    private GatehouseOptions optionsFor(ExtensionContext context) {
        if (options != null) {
            return options.get();
        }
        GatehouseTest annotation = context.getRequiredTestClass().getAnnotation(GatehouseTest.class);
        String[] arguments = annotation == null ? new String[0] : annotation.arguments();
        return GatehouseOptions.defaults().withArguments(arguments);
    }

    /** What a class's store holds; JUnit closes it after the class's last test. */
    private static final class Running implements AutoCloseable {
        private final GatehouseProgram program;
        private final ApiGatewayClient client;

        Running(GatehouseProgram program) {
            this.program = program;
            this.client = program.apiGateway();
        }

        @Override
        public void close() throws InterruptedException {
            client.close();
            program.close();
        }
    }
}
