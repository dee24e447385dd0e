// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

/**
 * The account and region that own an API.
 *
 * @param accountId twelve digits
 * @param region such as {@code us-east-1}
 */
public record Owner(String accountId, String region) {}
