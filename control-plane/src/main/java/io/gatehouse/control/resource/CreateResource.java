// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import io.gatehouse.control.aws.wire.Required;

/** The body of CreateResource. Source: API reference, "CreateResource". */
public record CreateResource(@Required String pathPart) {}
