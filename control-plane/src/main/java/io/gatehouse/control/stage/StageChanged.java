// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

/**
 * What a stage serves was changed in this transaction.
 *
 * @param stage the stage, new or changed
 */
public record StageChanged(Stage stage) {}
