// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client says in {@code Accept-Encoding}. Only what it names is used, and what it likes best has to be among
 * that; a client that says nothing, or {@code *} alone, gets its answers as they are (developer guide, "Receive an
 * API response with a compressed payload"). A client that refuses {@code identity} gets what else there is.
 */
final class AcceptedPackings {
    private static final int FULL = 1000;
    private static final int UNNAMED = -1;

    private final Set<Packing> offered;
    private final int[] named = new int[Packing.values().length];
    private int identity = UNNAMED;
    private int anything = UNNAMED;
    private int highest;

    private AcceptedPackings(Set<Packing> offered) {
        this.offered = offered;
        Arrays.fill(named, UNNAMED);
    }

    /**
     * The packing for a client that sent these fields; {@code null} for none.
     *
     * @param offered what can be made here
     */
    static @Nullable Packing choose(List<String> fields, Set<Packing> offered) {
        AcceptedPackings accepted = new AcceptedPackings(offered);
        for (String field : fields) {
            for (String part : field.split(",", -1)) {
                accepted.read(part);
            }
        }
        return accepted.choose();
    }

    private void read(String part) {
        int semicolon = part.indexOf(';');
        String coding = (semicolon < 0 ? part : part.substring(0, semicolon)).strip();
        int weight = semicolon < 0 ? FULL : weight(part.substring(semicolon + 1));
        if (coding.isEmpty() || weight < 0) {
            return;
        }
        if (coding.equals("*")) {
            anything = weight;
            return;
        }
        highest = Math.max(highest, weight);
        String name = coding.toLowerCase(Locale.ROOT);
        if (name.equals("identity")) {
            identity = weight;
        }
        for (Packing packing : offered) {
            if (packing.coding().equals(name)) {
                named[packing.ordinal()] = weight;
            }
        }
    }

    /** In thousandths; -1 for what is no weight, so that its coding counts as not named. */
    private static int weight(String parameter) {
        String text = parameter.strip();
        if (!text.regionMatches(true, 0, "q=", 0, 2)) {
            return -1;
        }
        try {
            double weight = Double.parseDouble(text.substring(2).strip());
            return weight >= 0 && weight <= 1 ? (int) Math.round(weight * FULL) : -1;
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }

    private @Nullable Packing choose() {
        Packing best = null;
        for (Packing packing : offered) {
            int weight = named[packing.ordinal()];
            if (weight > 0 && (best == null || weight > named[best.ordinal()])) {
                best = packing;
            }
        }
        boolean identityRefused = identity == 0 || identity == UNNAMED && anything == 0;
        if (best != null) {
            return named[best.ordinal()] == highest || identityRefused ? best : null;
        }
        return identity == 0 && anything > 0 ? firstUnnamed() : null;
    }

    private @Nullable Packing firstUnnamed() {
        for (Packing packing : offered) {
            if (packing.common() && named[packing.ordinal()] == UNNAMED) {
                return packing;
            }
        }
        return null;
    }
}
