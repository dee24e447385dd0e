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

    /** What a class's tests are given. Not closed with the class: the program may serve the next one too. */
    private record Given(GatehouseProgram program, ApiGatewayClient client) {}

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        // A store closes what it holds after the class's last test, the latest first.
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        GatehouseProgram program;
        if (options == null) {
            program = shared(context);
        } else {
            program = GatehouseProgram.start(options.get());
            store.put(GatehouseProgram.class, program);
        }
        ApiGatewayClient client = program.apiGateway();
        store.put(ApiGatewayClient.class, client);
        store.put(Given.class, new Given(program, client));
    }

    /** The program that an earlier class with the same arguments was given, emptied; or a new one, which ends with the run. */
    private static GatehouseProgram shared(ExtensionContext context) throws InterruptedException {
        GatehouseOptions wanted = annotated(context);
        ExtensionContext.Store all = context.getRoot().getStore(NAMESPACE);
        GatehouseProgram known = all.get(wanted, GatehouseProgram.class);
        if (known == null) {
            GatehouseProgram started = GatehouseProgram.start(wanted);
            all.put(wanted, started);
            return started;
        }
        if (!known.isRunning()) {
            known.restart();
        }
        known.reset();
        return known;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == GatehouseProgram.class || type == ApiGatewayClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Given given = context.getStore(NAMESPACE).get(Given.class, Given.class);
        if (given == null) {
            throw new ParameterResolutionException(
                    "The program is started once for a class, so register a GatehouseExtension in a static field");
        }
        return parameter.getParameter().getType() == GatehouseProgram.class ? given.program() : given.client();
    }

    private static GatehouseOptions annotated(ExtensionContext context) {
        GatehouseTest annotation = context.getRequiredTestClass().getAnnotation(GatehouseTest.class);
        String[] arguments = annotation == null ? new String[0] : annotation.arguments();
        return GatehouseOptions.defaults().withArguments(arguments);
    }
}
