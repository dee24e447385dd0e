// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

import java.util.List;

/**
 * What a line of an access log is made of.
 *
 * @param parts in their order; no line break in any of them
 * @param notation what the line as a whole is written in, which decides how values are kept from breaking out
 */
public record LogFormat(List<Part> parts, Notation notation) {
    public LogFormat {
        parts = List.copyOf(parts);
    }

    /** A piece of a line. */
    public sealed interface Part {}

    /** The same in every line. */
    public record Text(String text) implements Part {}

    /** The value of a variable of the front end, such as {@code requestId}. */
    public record Variable(String name) implements Part {}

    /** A way to write a line. */
    public enum Notation {
        /** Words with spaces between them, some of them in quotes. */
        PLAIN,
        /** Values with commas between them. */
        CSV,
        /** Values with commas between them, each in quotes. */
        QUOTED_CSV,
        JSON,
        XML
    }
}
