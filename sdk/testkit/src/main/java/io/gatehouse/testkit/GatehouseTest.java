// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a running program with nothing in it. Classes with the same arguments share one program, which is
 * emptied before each class and ends with the test run, so only the first of them waits for a start. Such classes must not run
 * at the same time.
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
