// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query of a request, split but not yet decoded. */
final class RawQuery {

    private static final int LONGEST = 65_536;
    private static final int MOST_PARAMETERS = 2_000;
    private static final Comparator<Parameter> ORDER =
            Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

    private final List<Parameter> parameters;

    private RawQuery(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    static RawQuery read(@Nullable String raw) throws RefusedException {
        List<Parameter> parameters = new ArrayList<>();
        if (raw == null || raw.isEmpty()) {
            return new RawQuery(parameters);
        }
        if (raw.length() > LONGEST) {
            throw tooLarge();
        }
        int start = 0;
        while (start <= raw.length()) {
            int end = raw.indexOf('&', start);
            if (end < 0) {
                end = raw.length();
            }
            if (parameters.size() == MOST_PARAMETERS) {
                throw tooLarge();
            }
            int equals = raw.indexOf('=', start);
            parameters.add(
                    equals < 0 || equals >= end
                            ? new Parameter(raw.substring(start, end), "")
                            : new Parameter(raw.substring(start, equals), raw.substring(equals + 1, end)));
            start = end + 1;
        }
        return new RawQuery(parameters);
    }

    /** Whether a parameter of this name is there, with or without a value. */
    boolean has(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.isNamed(name));
    }

    /** The decoded value of a parameter that may be given only once; null if it is not there. */
    @Nullable
    String single(String name) throws RefusedException {
        String found = null;
        for (Parameter parameter : parameters) {
            if (parameter.isNamed(name)) {
                if (found != null) {
                    throw RefusedException.incomplete(
                            "AWS query-string parameters must include '" + name + "' only once.");
                }
                found = PercentCode.decode(parameter.value);
            }
        }
        return found;
    }

    /**
     * The canonical forms that a client may have signed, the usual one first. The other is the query as it was sent, merely
     * sorted: botocore signs that for a URL that its caller has already encoded. Each form has one meaning only, so accepting
     * both makes no two requests interchangeable that a backend could tell apart.
     *
     * @param without the name of a parameter that is not part of what was signed, or null
     */
    Set<String> canonicalForms(@Nullable String without) {
        List<Parameter> usual = new ArrayList<>(parameters.size());
        List<Parameter> verbatim = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters) {
            if (without != null && parameter.isNamed(without)) {
                continue;
            }
            verbatim.add(parameter);
            if (!parameter.isEmpty()) {
                usual.add(parameter.canonical());
            }
        }
        Set<String> forms = new LinkedHashSet<>(4);
        forms.add(join(usual));
        forms.add(join(verbatim));
        return forms;
    }

    private static String join(List<Parameter> parameters) {
        parameters.sort(ORDER);
        StringBuilder text = new StringBuilder();
        for (Parameter parameter : parameters) {
            if (!text.isEmpty()) {
                text.append('&');
            }
            text.append(parameter.name).append('=').append(parameter.value);
        }
        return text.toString();
    }

    private static RefusedException tooLarge() {
        return RefusedException.invalid("The query string is too large to be verified.");
    }

    /** A name and a value, both still encoded. */
    private record Parameter(String name, String value) {

        boolean isEmpty() {
            return name.isEmpty() && value.isEmpty();
        }

        boolean isNamed(String decoded) {
            return name.equals(decoded)
                    || (name.length() > decoded.length()
                            && PercentCode.decode(name).equals(decoded));
        }

        Parameter canonical() {
            return new Parameter(
                    PercentCode.encode(PercentCode.decode(name), false),
                    PercentCode.encode(PercentCode.decode(value), false));
        }
    }
}
