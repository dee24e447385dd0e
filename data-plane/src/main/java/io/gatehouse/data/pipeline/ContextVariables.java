// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import java.util.Map;

/** A front end's names for what templates, expressions and access logs can read of an exchange. */
@FunctionalInterface
public interface ContextVariables {

    /** The tree of names: values are text, numbers, or maps of the same. */
    Map<String, Object> of(Exchange exchange);
}
