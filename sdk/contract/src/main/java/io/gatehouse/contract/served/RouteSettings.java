// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

/**
 * What is set for a route without deploying, as it holds in the end: its own setting, or else its stage's.
 *
 * @param metrics whether the route is counted by itself
 * @param logLevel how much of its exchanges is logged
 * @param dataTrace whether what the exchanges carry is logged as well, headers and bodies included
 * @param traced whether it is decided here which traces are recorded
 */
public record RouteSettings(boolean metrics, LogLevel logLevel, boolean dataTrace, boolean traced) {

    /** Settings of a route whose traces others decide on. */
    public RouteSettings(boolean metrics, LogLevel logLevel, boolean dataTrace) {
        this(metrics, logLevel, dataTrace, false);
    }

    /** Nothing is set. */
    public static final RouteSettings NONE = new RouteSettings(false, LogLevel.OFF, false);

    /** Whether what the exchanges carry is really logged: only where every exchange is. */
    public boolean tracesData() {
        return dataTrace && logLevel == LogLevel.INFO;
    }
}
