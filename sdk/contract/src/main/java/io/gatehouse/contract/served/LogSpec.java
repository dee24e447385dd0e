// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

import org.jspecify.annotations.Nullable;

/**
 * Where an API's exchanges are logged. A log's name may have several parts, with slashes between them.
 *
 * @param access one line per request; {@code null} for none
 * @param execution the name of the log of those routes that {@link RouteSettings#logLevel()} says to log
 */
public record LogSpec(@Nullable Access access, String execution) {

    /**
     * An access log.
     *
     * @param name the log's name
     * @param format what a line is made of
     */
    public record Access(String name, LogFormat format) {}
}
