// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where definitions are stored: a JDBC address with its user and password ("" when there is none, or when the address itself
 * holds them).
 *
 * @param url the address as JDBC wants it, {@code jdbc:h2:...} or {@code jdbc:postgresql:...}
 * @param user who connects
 * @param password the user's password; never printed
 */
public record DatabaseAddress(String url, String user, String password) {
    static final String H2 = "jdbc:h2:";
    static final String POSTGRESQL = "jdbc:postgresql:";

    /** How each H2 database is opened; WRITE_DELAY=0 is what makes a commit survive a kill. */
    private static final String H2_SETTINGS = ";MODE=PostgreSQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;"
            + "DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;WRITE_DELAY=0;LOCK_TIMEOUT=10000";

    /** The H2 file that is used when no database is named. */
    public static DatabaseAddress inDirectory(Path dataDirectory) {
        Path file = dataDirectory.toAbsolutePath().normalize().resolve("gatehouse");
        return new DatabaseAddress(H2 + "file:" + file + H2_SETTINGS, "sa", "");
    }

    /**
     * Reads an address as a user writes it: {@code jdbc:h2:...}, {@code jdbc:postgresql://...} or {@code
     * postgresql://user:password@host:port/database}.
     *
     * @throws IllegalArgumentException if it is none of these; the message is a sentence for the user
     */
    public static DatabaseAddress parse(String text) {
        if (text.startsWith(H2)) {
            // H2 refuses an address that sets one thing twice, so only what the user left out is added.
            String url = withMissingSettings(text);
            return new DatabaseAddress(url, settingOf(text, "USER").isEmpty() ? "sa" : "", "");
        }
        if (text.startsWith(POSTGRESQL)) {
            return new DatabaseAddress(text, "", "");
        }
        if (text.startsWith("postgresql://") || text.startsWith("postgres://")) {
            return ofUri(text);
        }
        throw new IllegalArgumentException("give jdbc:postgresql://HOST:PORT/DATABASE, "
                + "postgresql://USER:PASSWORD@HOST:PORT/DATABASE or jdbc:h2:file:/PATH");
    }

    /** Opens one connection and closes it, so that a database that cannot be used is noticed before anything starts. */
    public void probe() throws SQLException {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        try (Connection connection = new UrlDriver().connect(url, properties)) {
            if (connection == null) {
                throw new SQLException("no driver for this address");
            }
        }
    }

    /** The address without settings, user and password: what may be shown. */
    public String shown() {
        int end = url.length();
        for (char separator : new char[] {';', '?'}) {
            int at = url.indexOf(separator);
            end = at < 0 ? end : Math.min(end, at);
        }
        return url.substring(0, end);
    }

    @Override
    public String toString() {
        return shown();
    }

    private static DatabaseAddress ofUri(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "percent-encode what is no letter, digit or one of -._~ in its user and password", e);
        }
        String path = uri.getRawPath();
        if (uri.getHost() == null || path == null || path.length() < 2) {
            throw new IllegalArgumentException("write it as postgresql://USER:PASSWORD@HOST:PORT/DATABASE");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return new DatabaseAddress(
                POSTGRESQL + "//" + uri.getHost() + port + path + query, decoded(user), decoded(password));
    }

    private static String decoded(String text) {
        // A plus sign stands for itself before the query of an address; URLDecoder takes it for a space.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String withMissingSettings(String url) {
        StringBuilder whole = new StringBuilder(url);
        for (String setting : H2_SETTINGS.substring(1).split(";", -1)) {
            if (settingOf(url, setting.substring(0, setting.indexOf('='))).isEmpty()) {
                whole.append(';').append(setting);
            }
        }
        return whole.toString();
    }

    private static String settingOf(String url, String name) {
        for (String setting : url.split(";", -1)) {
            if (setting.regionMatches(true, 0, name + "=", 0, name.length() + 1)) {
                return setting.substring(name.length() + 1);
            }
        }
        return "";
    }
}
