// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import io.gatehouse.data.pipeline.Origin;
import io.vertx.core.net.SocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where names really are: lets a definition that names {@code user-service:8080} run where no such name
 * resolves. Only the address changes; the {@code Host} field and the TLS name stay the definition's.
 */
public final class AddressOverrides {
    private final Map<String, SocketAddress> addresses = new HashMap<>();

    private AddressOverrides() {}

    /**
     * Reads {@code host:port} to {@code host:port}.
     *
     * @throws IllegalArgumentException naming the entry that has no port
     */
    public static AddressOverrides of(Map<String, String> overrides) {
        AddressOverrides read = new AddressOverrides();
        overrides.forEach((name, address) -> {
            int colon = portColon(address);
            portColon(name);
            read.addresses.put(
                    name.toLowerCase(Locale.ROOT),
                    SocketAddress.inetSocketAddress(
                            Integer.parseInt(address.substring(colon + 1)), address.substring(0, colon)));
        });
        return read;
    }

    private static int portColon(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon < 1 || !hostAndPort.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("not HOST:PORT: " + hostAndPort);
        }
        return colon;
    }

    /** The address to connect to instead; {@code null} when the origin's own holds. */
    @Nullable
    SocketAddress addressOf(Origin origin) {
        return addresses.isEmpty() ? null : addresses.get(origin.host().toLowerCase(Locale.ROOT) + ":" + origin.port());
    }
}
