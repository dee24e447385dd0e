// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of {@code format} that are checked: those of draft 4, and {@code uuid}. Any other asks for nothing. */
final class Formats {
    /** No time and no address of mail is longer. */
    private static final int LONGEST = 1_000;

    private static final int LONGEST_URI = 100_000;

    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,12})?(?:Z|[+-]\\d\\d:?\\d\\d)");
    private static final String ATOM = "[^\\s\\x00-\\x1F@\"(),.:;<>\\[\\\\\\]]++";
    private static final String ATOMS = ATOM + "(?:\\." + ATOM + ")*+";
    private static final Pattern EMAIL =
            Pattern.compile("(?:" + ATOMS + "|\"[^\"\\\\\\r\\n]*+\")@(?:" + ATOMS + "|\\[[0-9A-Za-z.:]++\\])");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern UUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    private static final String DATE_TIMES = "[\"yyyy-MM-dd'T'HH:mm:ssZ\",\"yyyy-MM-dd'T'HH:mm:ss.[0-9]{1,12}Z\"]";

    private Formats() {}

    static @Nullable Rule of(String format) {
        return switch (format) {
            case "date-time" ->
                rule(Formats::isDateTime, "string", "is invalid against requested date format(s) " + DATE_TIMES);
            case "email" ->
                rule(
                        text -> text.length() <= LONGEST && EMAIL.matcher(text).matches(),
                        "string",
                        "is not a valid email address");
            case "hostname" -> rule(Formats::isHostname, "string", "is not a valid hostname");
            case "ipv4" -> rule(Formats::isIpv4, "string", "is not a valid IPv4 address");
            case "ipv6" -> rule(Formats::isIpv6, "string", "is not a valid IPv6 address");
            case "regex" -> rule(EcmaPattern::isPattern, "string", "is not a valid ECMA 262 regular expression");
            case "uri" -> rule(Formats::isUri, "string", "is not a valid URI");
            case "uuid" -> rule(text -> UUID.matcher(text).matches(), "input string", "is not a valid UUID");
            default -> null;
        };
    }

    private static Rule rule(Predicate<String> holds, String what, String finding) {
        return (value, check) -> {
            if (!value.isTextual()) {
                return;
            }
            String text = value.textValue();
            check.budget().step(text.length());
            if (!holds.test(text)) {
                check.fail(() -> what + " \"" + Words.text(text) + "\" " + finding);
            }
        };
    }

    private static boolean isDateTime(String text) {
        if (text.length() > LONGEST || !DATE_TIME.matcher(text).matches()) {
            return false;
        }
        try {
            boolean bareOffset = text.charAt(text.length() - 5) == '+' || text.charAt(text.length() - 5) == '-';
            int zone = text.length() - 2;
            // Java has no more than nine digits of a second.
            String digits = (bareOffset ? text.substring(0, zone) + ":" + text.substring(zone) : text)
                    .replaceFirst("(\\.\\d{9})\\d+", "$1");
            return OffsetDateTime.parse(digits).getYear() >= 0;
        } catch (DateTimeException noSuchTime) {
            return false;
        }
    }

    private static boolean isHostname(String text) {
        if (text.length() > 253) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv4(String text) {
        if (text.length() > 15) {
            return false;
        }
        String[] octets = text.split("\\.", -1);
        for (String octet : octets) {
            if (!OCTET.matcher(octet).matches()) {
                return false;
            }
        }
        return octets.length == 4;
    }

    private static boolean isIpv6(String text) {
        if (text.length() > 45) {
            return false;
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        int before = gap == 0 ? 0 : groups(text.substring(0, gap), false);
        String after = text.substring(gap + 2);
        int behind = after.isEmpty() ? 0 : groups(after, true);
        return before >= 0 && behind >= 0 && before + behind <= 7;
    }

    /** How many groups of sixteen bits a text is; -1 when it is none. */
    private static int groups(String text, boolean last) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (GROUP.matcher(parts[i]).matches()) {
                count++;
            } else if (last && i == parts.length - 1 && isIpv4(parts[i])) {
                count += 2;
            } else {
                return -1;
            }
        }
        return count;
    }

    private static boolean isUri(String text) {
        try {
            return text.length() <= LONGEST_URI && !new URI(text).toString().isEmpty() || text.isEmpty();
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
