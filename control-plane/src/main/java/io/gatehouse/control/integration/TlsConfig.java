// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import org.jspecify.annotations.Nullable;

/**
 * How the backend's certificate is looked at. Source: API reference, "TlsConfig".
 *
 * @param insecureSkipVerification whether it goes unverified
 */
public record TlsConfig(@Nullable Boolean insecureSkipVerification) {}
