// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

/**
 * A request validator of a frozen definition.
 *
 * @param id what methods name it by
 * @param validateRequestBody whether bodies are checked against the method's request models
 * @param validateRequestParameters whether the method's required parameters have to be there
 */
public record FrozenRequestValidator(String id, boolean validateRequestBody, boolean validateRequestParameters) {}
