// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.gatehouse.contract.rest.AccessLogFormat;
import io.gatehouse.control.storage.DatabaseAddress;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the settings before Quarkus does, so that a bad one is answered with a sentence that names it. */
final class Settings {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:%-]+");
    private static final Pattern DURATION = Pattern.compile("\\d{1,9}(ms|s|m|h)?");
    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,5}[KM]|[1-9]\\d{0,8}");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,5}");
    private static final Pattern FEW = Pattern.compile("\\d{1,3}");
    private static final Pattern HOST_PORT = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^\\s:=,\\[\\]]+):(\\d{1,5})");

    private Settings() {}

    /** A value that the configuration takes as it stands: nothing in it is an expression. */
    static String literal(String value) {
        return value.replace("${", "\\${");
    }

    /** Reads the settings from system properties, the environment and files, as Quarkus will. */
    static GatehouseConfig read() {
        return read(() -> ConfigUtils.emptyConfigBuilder().addDiscoveredSources());
    }

    static GatehouseConfig read(Supplier<SmallRyeConfigBuilder> sources) {
        SmallRyeConfig config = sources.get().build();
        check(config, "port", Settings::isPort, "a port is a number from 0 (any free one) to 65535");
        check(config, "traffic-port", Settings::isPort, "a port is a number from 0 (any free one) to 65535");
        check(
                config,
                "host",
                HOST.asMatchPredicate(),
                "give an address or a host name without a port, such as 127.0.0.1");
        check(config, "data-dir", Settings::isPath, "give the path of a directory");
        check(
                config,
                "credentials",
                text -> Files.isReadable(Path.of(text)),
                "there is no such file, or it cannot be read");
        check(
                config,
                "resolve",
                Settings::isResolveList,
                "write HOST:PORT=HOST:PORT, such as users:8080=127.0.0.1:9000");
        check(config, "aws-endpoint", Settings::isHttpUrl, "give an http or https URL, such as http://127.0.0.1:5000");
        for (String time : List.of(
                "drain-timeout",
                "drain-delay",
                "head-timeout",
                "body-timeout",
                "idle-timeout",
                "backend-address-ttl")) {
            check(config, time, DURATION.asMatchPredicate(), "give a time such as 10s or 500ms");
        }
        checkListening(config);
        checkLogs(config);
        checkDatabase(config);
        return mapped(sources.get());
    }

    private static void checkListening(SmallRyeConfig config) {
        for (String file : List.of("tls-cert", "tls-key", "backend-ca", "backend-cert", "backend-key")) {
            check(config, file, text -> Files.isReadable(Path.of(text)), "there is no such file, or it cannot be read");
        }
        check(config, "max-body-size", Settings::isSize, "give a number of bytes, such as 10485760, 512K or 20M");
        for (String count :
                List.of("max-connections", "tools-max-connections", "backend-connections", "backend-waiting")) {
            check(config, count, COUNT.asMatchPredicate(), "give a number from 1 to 999999");
        }
        for (String ranges : List.of("trusted-proxies", "metrics-readers")) {
            check(config, ranges, Settings::isRangeList, "give addresses or ranges, such as 10.0.0.0/8,192.0.2.7");
        }
    }

    private static void checkLogs(SmallRyeConfig config) {
        check(config, "access-log", Settings::isFile, "give the path of a file, or - for standard output");
        String format = valueOf(config, "access-log-format");
        if (format != null) {
            try {
                AccessLogFormat.parse(format);
            } catch (IllegalArgumentException e) {
                throw refused("access-log-format", format, String.valueOf(e.getMessage()));
            }
        }
        check(config, "log-max-size", Settings::isSize, "give a number of bytes, such as 1048576, 512K or 64M");
        check(config, "log-max-files", FEW.asMatchPredicate(), "give a number from 0 to 999");
    }

    /** A size as it is written: bytes, or with {@code K} or {@code M} at the end. */
    static int bytes(String size) {
        int unit = size.endsWith("K") ? 1024 : size.endsWith("M") ? 1024 * 1024 : 1;
        return unit * Integer.parseInt(unit == 1 ? size : size.substring(0, size.length() - 1));
    }

    /** The database the settings name, or the file in the data directory. */
    static DatabaseAddress database(GatehouseConfig config) {
        return config.database()
                .map(DatabaseAddress::parse)
                .orElseGet(() -> DatabaseAddress.inDirectory(config.dataDir()));
    }

    /** What Quarkus' datasource needs to know of the database. */
    static Map<String, String> properties(DatabaseAddress database) {
        return Map.of(
                "quarkus.datasource.jdbc.url", literal(database.url()),
                "quarkus.datasource.username", literal(database.user()),
                "quarkus.datasource.password", literal(database.password()));
    }

    private static GatehouseConfig mapped(SmallRyeConfigBuilder sources) {
        try {
            return sources.withMapping(GatehouseConfig.class).build().getConfigMapping(GatehouseConfig.class);
        } catch (ConfigValidationException e) {
            throw StartRefusedException.usage("the configuration is not usable, correct it and start again: "
                    + e.getProblem(0).getMessage());
        }
    }

    private static void check(SmallRyeConfig config, String key, Predicate<String> good, String advice) {
        String text = valueOf(config, key);
        if (text != null && !good.test(text)) {
            throw refused(key, text, advice);
        }
    }

    private static void checkDatabase(SmallRyeConfig config) {
        String text = valueOf(config, "database");
        if (text == null) {
            return;
        }
        try {
            DatabaseAddress.parse(text);
        } catch (IllegalArgumentException e) {
            // The address is not repeated: it may hold a password.
            throw StartRefusedException.usage(
                    "the value of " + names("database") + " is not usable: " + e.getMessage() + ".");
        }
    }

    private static StartRefusedException refused(String key, String text, String advice) {
        return StartRefusedException.usage(
                "the value \"" + text + "\" of " + names(key) + " is not usable: " + advice + ".");
    }

    private static String names(String key) {
        String variable = "GATEHOUSE_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
        boolean flag = !key.matches("(drain|tools|backend)-.*|.*-timeout");
        return (flag ? "--" + key + " (" : "gatehouse." + key + " (") + variable + ")";
    }

    private static @Nullable String valueOf(SmallRyeConfig config, String key) {
        // An empty value counts as none, as everywhere in this configuration system.
        return Optional.ofNullable(config.getConfigValue("gatehouse." + key).getValue())
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static boolean isPort(String text) {
        return isAtMost(text, 65535);
    }

    private static boolean isSize(String text) {
        return SIZE.matcher(text).matches() && (!text.endsWith("M") || text.length() <= 5);
    }

    /** Whether a certificate's file is one of PKCS #12 rather than PEM text. */
    static boolean isPkcs12(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".p12") || name.endsWith(".pfx");
    }

    private static boolean isRangeList(String text) {
        for (String range : text.split(",", -1)) {
            String[] sides = range.strip().split("/", -1);
            try {
                int bits = InetAddress.ofLiteral(sides[0]).getAddress().length * 8;
                boolean whole = sides.length == 1;
                if (!whole && (sides.length > 2 || !isAtMost(sides[1], bits))) {
                    return false;
                }
            } catch (IllegalArgumentException noAddress) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAtMost(String number, int most) {
        return NUMBER.matcher(number).matches() && Integer.parseInt(number) <= most;
    }

    private static boolean isPath(String text) {
        return text.indexOf('\0') < 0 && (!Files.exists(Path.of(text)) || Files.isDirectory(Path.of(text)));
    }

    private static boolean isFile(String text) {
        return text.indexOf('\0') < 0 && !Files.isDirectory(Path.of(text));
    }

    private static boolean isResolveList(String text) {
        for (String pair : text.split(",", -1)) {
            String[] sides = pair.split("=", -1);
            if (sides.length != 2 || !isHostPort(sides[0].strip()) || !isHostPort(sides[1].strip())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHostPort(String text) {
        var parts = HOST_PORT.matcher(text);
        return parts.matches() && isPort(parts.group(2)) && !parts.group(2).equals("0");
    }

    private static boolean isHttpUrl(String text) {
        try {
            URI uri = URI.create(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
