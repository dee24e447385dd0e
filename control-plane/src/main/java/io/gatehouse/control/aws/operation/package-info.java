// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The operations of Amazon API Gateway (REST) as a table: which one a request's verb and path mean, whether this release
 * has it or not. The table is {@code cli-schemas/operations.json}.
 */
@NullMarked
package io.gatehouse.control.aws.operation;

import org.jspecify.annotations.NullMarked;
