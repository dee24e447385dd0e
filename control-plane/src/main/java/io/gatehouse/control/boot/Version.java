// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's version, written into a resource when it is built. */
final class Version implements IVersionProvider {
    private static final String RESOURCE = "version.properties";

    /** The version alone, such as {@code 1.2.3}. */
    static String number() {
        return property("version");
    }

    private static String property(String name) {
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Properties properties = new Properties();
            properties.load(in);
            return Objects.requireNonNull(properties.getProperty(name), RESOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the build began. */
    static Instant built() {
        return Instant.parse(property("built"));
    }

    @Override
    public String[] getVersion() {
        return new String[] {"gatehouse " + number()};
    }
}
