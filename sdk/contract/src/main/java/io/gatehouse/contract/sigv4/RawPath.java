// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The path of a request. Clients of every service but S3 encode the path that they send, then encode it once more for the
 * signature; most also drop empty and dot segments there, while the path they send keeps them.
 */
final class RawPath {

    private RawPath() {}

    /**
     * The canonical forms that a client may have signed: the path as it came, and without empty and dot segments. All derive
     * from what was received, so a signature never covers a path that names other segments.
     */
    static Set<String> canonicalForms(String raw) {
        String path = raw.isEmpty() ? "/" : raw;
        String asReceived = PercentCode.encode(path, true);
        if (!path.contains("//") && !path.contains("/.")) {
            return Set.of(asReceived);
        }
        Set<String> forms = new LinkedHashSet<>(8);
        String normalised = normalise(path);
        forms.add(PercentCode.encode(normalised, true));
        forms.add(asReceived);
        if (!normalised.endsWith("/") && (path.endsWith("/.") || path.endsWith("/.."))) {
            // RFC 3986 keeps a slash where a last dot segment was (the Java SDK does), botocore does not.
            forms.add(PercentCode.encode(normalised + "/", true));
        }
        return forms;
    }

    private static String normalise(String path) {
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> kept.pollLast();
                default -> kept.addLast(segment);
            }
        }
        String joined = "/" + String.join("/", kept);
        return path.endsWith("/") && !kept.isEmpty() ? joined + "/" : joined;
    }
}
