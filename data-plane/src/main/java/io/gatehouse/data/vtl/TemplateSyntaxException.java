// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

/**
 * A mapping template that Velocity cannot parse, or that uses a directive which would leave the sandbox. The message names
 * the place and is safe to show to whoever wrote the template.
 */
public final class TemplateSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    TemplateSyntaxException(String problem, int line, int column, Throwable cause) {
        super("Mapping template, line " + line + ", column " + column + ": " + problem, cause);
        this.line = line;
        this.column = column;
    }

    /** Line of the template, from 1. */
    public int line() {
        return line;
    }

    /** Column of that line, from 1. */
    public int column() {
        return column;
    }
}
