// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws;

/** Where fresh identifiers come from; a test has its own. */
@FunctionalInterface
public interface IdSource {

    /** A fresh identifier of {@value Ids#LENGTH} characters of a-z and 0-9. */
    String next();
}
