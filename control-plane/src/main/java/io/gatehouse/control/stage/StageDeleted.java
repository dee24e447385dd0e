// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

/**
 * A stage was deleted in this transaction.
 *
 * @param stage the stage that was
 */
public record StageDeleted(Stage stage) {}
