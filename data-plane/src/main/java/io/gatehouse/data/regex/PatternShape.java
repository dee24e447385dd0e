// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.regex;

/**
 * Looks at a regular expression in Java's syntax for the one kind of endless work that counting the characters which the
 * engine reads does not see: repetitions of something that matches the empty text, within one another or one after the other.
 * At the end of a text the engine tries their combinations without reading anything, and each level takes many times the one
 * below it. Whoever runs a pattern therefore asks here first, and counts reads then.
 */
public final class PatternShape {
    /** Measured: three levels take microseconds, six take seconds. */
    private static final int DEPTH = 3;

    private static final int EMPTY_REPETITIONS = 12;
    private static final long ROUNDS = 10_000;
    private static final int GROUPS_WITHIN_GROUPS = 200;
    private static final int ENDLESS = Integer.MAX_VALUE;
    private static final String NOTHING = "AzZGbB";

    /**
     * A part of the expression.
     *
     * @param empty whether it can match the empty text
     * @param depth levels of empty repetitions within one another
     * @param rounds how often its innermost part is at least gone through
     */
    private record Part(boolean empty, int depth, long rounds) {
        static final Part CHARACTER = new Part(false, 0, 1);
        static final Part POSITION = new Part(true, 0, 1);

        Part then(Part next) {
            return new Part(empty && next.empty, Math.max(depth, next.depth), Math.max(rounds, next.rounds));
        }

        Part or(Part other) {
            return new Part(empty || other.empty, Math.max(depth, other.depth), Math.max(rounds, other.rounds));
        }
    }

    private final String regex;
    private int at;
    private int groups;
    private int emptyRepetitions;

    private PatternShape(String regex) {
        this.regex = regex;
    }

    /** Whether a pattern whose reads are counted comes to an end. What is no pattern may get either answer. */
    public static boolean isBounded(String regex) {
        PatternShape shape = new PatternShape(regex);
        try {
            Part whole = shape.alternatives();
            return whole.depth() <= DEPTH && whole.rounds() <= ROUNDS && shape.emptyRepetitions <= EMPTY_REPETITIONS;
        } catch (IllegalArgumentException unsupported) {
            return false;
        }
    }

    private boolean more() {
        return at < regex.length();
    }

    private char peek() {
        return more() ? regex.charAt(at) : '\0';
    }

    private Part alternatives() {
        Part all = sequence();
        while (peek() == '|') {
            at++;
            all = all.or(sequence());
        }
        return all;
    }

    private Part sequence() {
        Part whole = Part.POSITION;
        while (more() && peek() != '|' && (peek() != ')' || groups == 0)) {
            whole = whole.then(repeated(atom()));
        }
        return whole;
    }

    private Part atom() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '\\' -> escape();
            case '[' -> {
                skipClass();
                yield Part.CHARACTER;
            }
            case '(' -> group();
            case '^', '$' -> Part.POSITION;
            default -> Part.CHARACTER;
        };
    }

    private Part escape() {
        char c = peek();
        at++;
        if (c == 'Q') {
            int end = regex.indexOf("\\E", at);
            boolean empty = end == at;
            at = end < 0 ? regex.length() : end + 2;
            return empty ? Part.POSITION : Part.CHARACTER;
        }
        if (c == 'k') {
            skipTo('>');
            return Part.POSITION;
        }
        if ("pPxN".indexOf(c) >= 0 && peek() == '{' || c == 'b' && peek() == '{') {
            skipTo('}');
        }
        // What a group has matched may be empty.
        boolean reference = c >= '1' && c <= '9';
        return reference || NOTHING.indexOf(c) >= 0 ? Part.POSITION : Part.CHARACTER;
    }

    private void skipTo(char end) {
        int found = regex.indexOf(end, at);
        at = found < 0 ? regex.length() : found + 1;
    }

    private void skipClass() {
        if (peek() == '^') {
            at++;
        }
        if (peek() == ']') {
            at++;
        }
        int open = 1;
        while (more() && open > 0) {
            char c = regex.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                open++;
            } else if (c == ']') {
                open--;
            }
        }
    }

    private Part group() {
        if (++groups > GROUPS_WITHIN_GROUPS) {
            throw new IllegalArgumentException("too many groups within one another");
        }
        boolean looksAround = false;
        if (peek() == '?') {
            at++;
            char kind = peek();
            boolean named = kind == '<' && !regex.startsWith("<=", at) && !regex.startsWith("<!", at);
            looksAround = kind == '=' || kind == '!' || kind == '<' && !named;
            if (named) {
                skipTo('>');
            } else if (flagsAlone()) {
                groups--;
                return Part.POSITION;
            }
        }
        Part inner = alternatives();
        at++;
        groups--;
        return looksAround ? inner.or(Part.POSITION) : inner;
    }

    /** Reads what says of which kind a group is; true when it only sets flags and is no group. */
    private boolean flagsAlone() {
        while (more() && ":=!>)".indexOf(peek()) < 0) {
            if (peek() == 'x') {
                throw new IllegalArgumentException("comments hide the shape");
            }
            at++;
        }
        return regex.startsWith(")", at++);
    }

    private Part repeated(Part part) {
        Part whole = part;
        while (more() && "?*+{".indexOf(peek()) >= 0) {
            int least = 0;
            int most = ENDLESS;
            switch (regex.charAt(at++)) {
                case '?' -> most = 1;
                case '+' -> least = 1;
                case '{' -> {
                    least = number();
                    most = least;
                    if (peek() == ',') {
                        at++;
                        most = peek() == '}' ? ENDLESS : number();
                    }
                    skipTo('}');
                }
                default -> {
                    // A star: any number of times.
                }
            }
            if (peek() == '?' || peek() == '+') {
                at++;
            }
            whole = repeated(whole, least, most);
        }
        return whole;
    }

    private Part repeated(Part part, int least, int most) {
        if (!part.empty() || least == most && most <= 1) {
            return new Part(part.empty() || least == 0, part.depth(), part.rounds());
        }
        emptyRepetitions++;
        return new Part(true, part.depth() + 1, Math.min(part.rounds() * Math.max(1, least), ENDLESS));
    }

    private int number() {
        int start = at;
        while (more() && Character.isDigit(peek())) {
            at++;
        }
        return at == start || at - start > 9 ? 0 : Integer.parseInt(regex.substring(start, at));
    }
}
