// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

/** What a deployment's summary says of a method. Source: API reference, "MethodSnapshot". */
public record MethodSnapshot(String authorizationType, boolean apiKeyRequired) {}
