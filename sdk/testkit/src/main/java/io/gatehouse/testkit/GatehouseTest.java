// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts the packaged program once for all tests of a class, and stops it after them.
 *
 * <p>Constructors and methods of the class may take a {@link GatehouseProgram} or an {@code ApiGatewayClient} as
 * parameters. A class that needs options computed at run time, such as a backend's port, registers a
 * {@link GatehouseExtension} instead.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(GatehouseExtension.class)
public @interface GatehouseTest {

    /** Words to add to the command line, for example {@code "--resolve", "users:8080=127.0.0.1:9000"}. */
    String[] arguments() default {};
}
