// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proxies in front of us whose {@code X-Forwarded-*} fields are believed, by address or by range in CIDR notation.
 * Everybody can write such fields; only the entries that a trusted proxy has appended are worth anything, so the
 * list is read from its end.
 */
public final class TrustedProxies {
    /** Nobody is believed. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private final List<Range> ranges;

    private record Range(byte[] network, int bits) {
        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != network[i]) {
                    return false;
                }
            }
            int mask = 0xFF << 8 - bits % 8;
            return bits % 8 == 0 || (address[whole] & mask) == (network[whole] & mask);
        }
    }

    private TrustedProxies(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads addresses and ranges, such as {@code 10.0.0.0/8}, {@code 192.0.2.7} and {@code fd00::/8}.
     *
     * @throws IllegalArgumentException naming the first that is neither
     */
    public static TrustedProxies of(List<String> written) {
        List<Range> ranges = new ArrayList<>();
        for (String text : written) {
            ranges.add(range(text.strip()));
        }
        return ranges.isEmpty() ? NONE : new TrustedProxies(List.copyOf(ranges));
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        byte[] network = NetUtil.createByteArrayFromIpAddressString(slash < 0 ? text : text.substring(0, slash));
        if (network == null) {
            throw new IllegalArgumentException(text + " is no address and no range of addresses");
        }
        int all = network.length * 8;
        String bits = slash < 0 ? Integer.toString(all) : text.substring(slash + 1);
        if (!bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > all) {
            throw new IllegalArgumentException(text + " is no range of addresses");
        }
        return new Range(network, Integer.parseInt(bits));
    }

    /** Whether the connection comes from one of them. */
    boolean trusts(InetAddress peer) {
        return !ranges.isEmpty() && trusts(peer.getAddress());
    }

    private boolean trusts(byte[] address) {
        for (Range range : ranges) {
            if (range.holds(address)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The address of the client that the proxies speak for: the last one that is not a proxy itself.
     *
     * @param peer a trusted proxy's address
     * @param forwardedFor all {@code X-Forwarded-For} values, in order
     */
    String client(String peer, List<String> forwardedFor) {
        String known = peer;
        for (int i = forwardedFor.size() - 1; i >= 0; i--) {
            String[] entries = forwardedFor.get(i).split(",", -1);
            for (int j = entries.length - 1; j >= 0; j--) {
                String entry = bare(entries[j].strip());
                byte @Nullable [] address = NetUtil.createByteArrayFromIpAddressString(entry);
                if (address == null) {
                    return known;
                }
                known = entry;
                if (!trusts(address)) {
                    return known;
                }
            }
        }
        return known;
    }

    /** Some proxies write the port as well. */
    private static String bare(String entry) {
        if (entry.startsWith("[")) {
            int end = entry.indexOf(']');
            return end < 0 ? entry : entry.substring(1, end);
        }
        int colon = entry.indexOf(':');
        return colon >= 0 && colon == entry.lastIndexOf(':') ? entry.substring(0, colon) : entry;
    }
}
