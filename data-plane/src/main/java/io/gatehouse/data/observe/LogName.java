// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/** The file of a log, by the log's name. No name leads out of the directory. */
final class LogName {
    /** File systems take 255 bytes; the endings of files need some of them. */
    private static final int LONGEST_PART = 200;

    private static final String ENDING = ".log";

    private LogName() {}

    /** The file below {@code directory}: a directory for each part of the name but the last. */
    static Path file(Path directory, String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(sanitised(part));
            }
        }
        Path path = directory;
        for (int i = 0; i < parts.size() - 1; i++) {
            String part = parts.get(i);
            // Another log's file may be called so.
            path = path.resolve(part.endsWith(ENDING) ? part + "_" : part);
        }
        return path.resolve((parts.isEmpty() ? "_" : parts.getLast()) + ENDING);
    }

    private static String sanitised(String part) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean kept =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_-.#".indexOf(c) >= 0;
            safe.append(kept ? c : '_');
        }
        if (safe.charAt(0) == '.') {
            safe.setCharAt(0, '_');
        }
        return safe.length() <= LONGEST_PART ? safe.toString() : safe.substring(0, LONGEST_PART) + "_" + sum(part);
    }

    /** Keeps long names apart that begin alike. */
    private static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
