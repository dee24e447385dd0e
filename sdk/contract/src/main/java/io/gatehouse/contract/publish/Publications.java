// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.publish;

import java.util.List;

/** Where a data plane reads what it has to serve. May block; never called on an event loop. */
public interface Publications {

    /**
     * The newest publication of every stage that changed after {@code sequence}, lowest number first. Asked
     * with 0 it returns all that is served.
     *
     * @throws PublicationsUnavailableException when the source cannot be read now; ask again later
     */
    List<Publication> after(long sequence);
}
