// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credentials from text in the format of AWS's shared credentials file (AWS SDKs and Tools Reference Guide, "Shared config and
 * credentials files"): sections in brackets, {@code key = value} lines, lines that begin with {@code #} or {@code ;} are
 * comments. Of each profile the members {@code aws_access_key_id}, {@code aws_secret_access_key}, {@code aws_session_token}
 * and {@code aws_account_id} count; the profile's name becomes the user's name. A profile without any key (one that assumes a
 * role, say) is left out. Neither errors nor the text form ever hold a value of the file other than an access key id.
 */
public final class CredentialsFile implements Credentials {

    private final Map<String, Credential> byAccessKey;

    private CredentialsFile(Map<String, Credential> byAccessKey) {
        this.byAccessKey = Map.copyOf(byAccessKey);
    }

    /**
     * Reads a file.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when it can, but is malformed; the message names file and line
     */
    public static CredentialsFile read(Path file) throws IOException {
        return parse(Files.readString(file), file.toString());
    }

    /**
     * Reads text.
     *
     * @param name how errors call the text, for example its file's name
     * @throws IllegalArgumentException when the text is malformed; the message names the line
     */
    public static CredentialsFile parse(String text, String name) {
        Reader reader = new Reader(name);
        text.lines().forEach(reader::line);
        reader.endOfProfile();
        return new CredentialsFile(reader.found);
    }

    @Override
    public @Nullable Credential find(String accessKeyId) {
        return byAccessKey.get(accessKeyId);
    }

    /** How many access keys there are. */
    public int size() {
        return byAccessKey.size();
    }

    @Override
    public String toString() {
        return "CredentialsFile" + byAccessKey.keySet();
    }

    /** Reads line by line; a profile is complete when the next one begins or the text ends. */
    private static final class Reader {

        private final String name;
        private final Map<String, Credential> found = new HashMap<>();
        private final Map<String, Integer> profileLines = new HashMap<>();
        private final Map<String, String> values = new HashMap<>();
        private @Nullable String profile;
        private int profileLine;
        private int line;

        Reader(String name) {
            this.name = name;
        }

        void line(String raw) {
            line++;
            String text = line == 1 && raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
            String content = text.strip();
            if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
                return;
            }
            if (content.startsWith("[")) {
                endOfProfile();
                beginProfile(content);
            } else if (!Character.isWhitespace(text.charAt(0)) || values.isEmpty()) {
                member(content);
            }
            // An indented line belongs to the member above it (the settings of one service), and none of ours has such.
        }

        private void beginProfile(String content) {
            int end = content.indexOf(']');
            String rest = end < 0 ? "" : content.substring(end + 1).strip();
            if (end < 0 || !(rest.isEmpty() || rest.startsWith("#") || rest.startsWith(";"))) {
                throw malformed(line, "a profile's name must stand between [ and ], alone on its line");
            }
            String title = content.substring(1, end).strip();
            if (title.startsWith("profile ")) {
                title = title.substring("profile ".length()).strip();
            }
            if (title.isEmpty()) {
                throw malformed(line, "a profile's name must not be empty");
            }
            Integer before = profileLines.put(title, line);
            if (before != null) {
                throw malformed(line, "profile '" + title + "' was given before, in line " + before);
            }
            profile = title;
            profileLine = line;
        }

        private void member(String content) {
            int equals = content.indexOf('=');
            if (equals <= 0) {
                throw malformed(line, "expected [profile] or key = value");
            }
            if (profile == null) {
                throw malformed(line, "a [profile] must come before the first key = value");
            }
            String key = content.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            if (values.put(key, content.substring(equals + 1).strip()) != null) {
                throw malformed(line, key + " was given before in profile '" + profile + "'");
            }
        }

        void endOfProfile() {
            String accessKey = values.get("aws_access_key_id");
            String secret = values.get("aws_secret_access_key");
            if (profile != null && (accessKey != null || secret != null)) {
                if (accessKey == null || secret == null) {
                    throw malformed(
                            profileLine,
                            "profile '" + profile + "' lacks "
                                    + (accessKey == null ? "aws_access_key_id" : "aws_secret_access_key"));
                }
                add(profile, accessKey, secret);
            }
            values.clear();
        }

        private void add(String user, String accessKey, String secret) {
            String account = values.getOrDefault("aws_account_id", AccessKeys.accountOf(accessKey));
            Credential credential;
            try {
                credential = new Credential(accessKey, secret, account, user, values.get("aws_session_token"));
            } catch (IllegalArgumentException e) {
                throw malformed(profileLine, "profile '" + user + "': " + e.getMessage());
            }
            if (found.put(accessKey, credential) != null) {
                throw malformed(profileLine, "profile '" + user + "' has the access key of another profile");
            }
        }

        private IllegalArgumentException malformed(int where, String what) {
            return new IllegalArgumentException(name + ", line " + where + ": " + what);
        }
    }
}
