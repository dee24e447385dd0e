// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

/** Who may call a route. */
public sealed interface AuthorizationSpec {

    /** Anybody. */
    record Open() implements AuthorizationSpec {}

    /** A caller that signs with AWS Signature Version 4 under a known key. */
    record Signed() implements AuthorizationSpec {}

    /**
     * Nobody, since the definition asks for something that this release cannot check.
     *
     * @param fault how the refusal is worded: as the check that is missing would word its own
     * @param reason what it asks for, for the log
     */
    record Closed(FaultKind fault, String reason) implements AuthorizationSpec {}
}
