// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

/** How much of a route's exchanges is logged. */
public enum LogLevel {
    /** Nothing. */
    OFF,
    /** Exchanges that the gateway itself refused or failed. */
    ERROR,
    /** Every exchange. */
    INFO
}
