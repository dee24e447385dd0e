// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Which regular expressions may be run at all, whoever wrote them: patterns of templates, schemas and integrations. */
@NullMarked
package io.gatehouse.data.regex;

import org.jspecify.annotations.NullMarked;
