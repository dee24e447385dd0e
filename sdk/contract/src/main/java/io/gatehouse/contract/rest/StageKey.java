// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

/**
 * The name of a stage in the whole installation.
 *
 * @param apiId the API's identifier, unique in the installation
 * @param stageName unique in its API
 */
public record StageKey(String apiId, String stageName) {}
