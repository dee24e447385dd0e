// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import java.time.Duration;

/**
 * How long the body of a management call is waited for.
 *
 * @param withoutProgress between two pieces of it
 */
public record BodyPatience(Duration withoutProgress) {}
