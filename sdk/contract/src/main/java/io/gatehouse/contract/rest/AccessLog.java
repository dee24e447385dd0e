// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

/**
 * Where a stage logs its traffic, and how; members as in the API reference's AccessLogSettings.
 *
 * @param format as {@link AccessLogFormat} reads it
 * @param destinationArn as {@link LogDestination} reads it
 */
public record AccessLog(String format, String destinationArn) {}
