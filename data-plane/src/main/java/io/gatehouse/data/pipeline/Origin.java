// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

/**
 * A backend's server, as a definition names it.
 *
 * @param tls whether it is spoken to by TLS
 * @param host name or address
 * @param port 1 to 65535
 */
public record Origin(boolean tls, String host, int port) {

    /** The {@code Host} field: the port only when it is not the scheme's own. */
    public String authority() {
        return port == (tls ? 443 : 80) ? host : host + ":" + port;
    }
}
