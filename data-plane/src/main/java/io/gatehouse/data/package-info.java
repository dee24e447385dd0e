// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** The data plane: it serves what a control plane publishes, and knows nothing of how it was managed. */
@NullMarked
package io.gatehouse.data;

import org.jspecify.annotations.NullMarked;
