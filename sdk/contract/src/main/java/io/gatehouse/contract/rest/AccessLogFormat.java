// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import io.gatehouse.contract.served.LogFormat;
import io.gatehouse.contract.served.LogFormat.Notation;
import io.gatehouse.contract.served.LogFormat.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads formats of access logs: text in which each {@code $context.name} stands for a value. Source: developer guide, "Setting up
 * CloudWatch logging for a REST API in API Gateway".
 */
public final class AccessLogFormat {
    /** AWS's default quota is less; this is what a line's fixed text may cost. */
    private static final int LONGEST = 3 * 1024;

    private static final String CONTEXT = "$context.";
    private static final List<String> OTHERS =
            List.of("$input", "$stageVariables", "$util", "$method", "$integration", "$context");

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private int textStart;

    private AccessLogFormat(String text) {
        this.text = text;
    }

    /**
     * Reads a format. A line break at its end is left out, since every line of a log has one.
     *
     * @throws IllegalArgumentException in AWS's words, when it is none
     */
    public static LogFormat parse(String format) {
        String line = withoutLastBreak(format);
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(
                    "Access Log format must be single line, new line character is allowed only at end of the format");
        }
        if (line.length() > LONGEST) {
            throw new IllegalArgumentException("Access Log format must be at most " + LONGEST + " characters");
        }
        AccessLogFormat reading = new AccessLogFormat(line);
        reading.read();
        if (!reading.unknown.isEmpty()) {
            throw new IllegalArgumentException("The following context variables are not supported: " + reading.unknown);
        }
        return new LogFormat(reading.parts, notation(reading.parts));
    }

    /**
     * Reads the format of a stage, which has to name the request.
     *
     * @throws IllegalArgumentException in AWS's words, when it is none
     */
    public static LogFormat parseForStage(String format) {
        LogFormat parsed = parse(format);
        if (!parsed.parts().contains(new LogFormat.Variable("requestId"))
                && !parsed.parts().contains(new LogFormat.Variable("extendedRequestId"))) {
            throw new IllegalArgumentException(
                    "Access Log format must include at least $context.requestId or $context.extendedRequestId");
        }
        return parsed;
    }

    private static String withoutLastBreak(String format) {
        int end = format.length();
        while (end > 0 && (format.charAt(end - 1) == '\n' || format.charAt(end - 1) == '\r')) {
            end--;
        }
        return format.substring(0, end);
    }

    private void read() {
        int at = text.indexOf('$');
        while (at >= 0) {
            int end = text.startsWith(CONTEXT, at) ? variable(at) : other(at);
            at = text.indexOf('$', end);
        }
        addText(text.length());
    }

    /** Reads one variable; where it ends. */
    private int variable(int at) {
        int nameStart = at + CONTEXT.length();
        int end = wordEnd(nameStart, false);
        while (end < text.length() && text.charAt(end) == '.' && wordEnd(end + 1, false) > end + 1) {
            end = wordEnd(end + 1, false);
        }
        String name = text.substring(nameStart, end);
        String known = name;
        while (!AccessLogVariables.isName(known)) {
            int dot = known.lastIndexOf('.');
            if (dot < 0) {
                return own(at, nameStart, name);
            }
            known = known.substring(0, dot);
        }
        return add(at, nameStart, known.length());
    }

    /** Reads a variable whose last part is the API's own: one word, which may have hyphens in it. */
    private int own(int at, int nameStart, String name) {
        String group = AccessLogVariables.groupOf(name);
        if (group == null) {
            unknown.add(CONTEXT + name);
            return nameStart + name.length();
        }
        return add(at, nameStart, wordEnd(nameStart + group.length(), true) - nameStart);
    }

    private int add(int at, int nameStart, int nameLength) {
        addText(at);
        textStart = nameStart + nameLength;
        parts.add(new LogFormat.Variable(text.substring(nameStart, textStart)));
        return textStart;
    }

    private void addText(int end) {
        if (end > textStart) {
            parts.add(new LogFormat.Text(text.substring(textStart, end)));
        }
    }

    /** A dollar sign that begins no variable of the context is text, unless it begins another variable of templates. */
    private int other(int at) {
        int end = wordEnd(at + 1, false);
        if (OTHERS.contains(text.substring(at, end))) {
            unknown.add(text.substring(at, end));
        }
        return Math.max(end, at + 1);
    }

    private int wordEnd(int from, boolean hyphens) {
        int end = from;
        while (end < text.length()
                && (isWord(text.charAt(end))
                        || hyphens
                                && text.charAt(end) == '-'
                                && end + 1 < text.length()
                                && isWord(text.charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private static Notation notation(List<Part> parts) {
        String start = parts.isEmpty() || !(parts.getFirst() instanceof LogFormat.Text first)
                ? ""
                : first.text().stripLeading();
        if (start.startsWith("{")) {
            return Notation.JSON;
        }
        if (start.startsWith("<")) {
            return Notation.XML;
        }
        if (alternates(parts, ",", "")) {
            return Notation.CSV;
        }
        return alternates(parts, "\",\"", "\"") ? Notation.QUOTED_CSV : Notation.PLAIN;
    }

    /** Whether nothing but this stands between the variables, of which there are two at least, and nothing but that around them. */
    private static boolean alternates(List<Part> parts, String between, String around) {
        StringBuilder pattern = new StringBuilder();
        int variables = 0;
        for (Part part : parts) {
            switch (part) {
                case LogFormat.Text fixed -> pattern.append(fixed.text().replace(" ", ""));
                case LogFormat.Variable variable -> {
                    pattern.append('$');
                    variables++;
                }
            }
        }
        String wanted = around + String.join(between, Collections.nCopies(variables, "$")) + around;
        return variables > 1 && wanted.contentEquals(pattern);
    }
}
