// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import java.io.IOException;

/** What a log is written to, by the one thread that writes. */
interface LogOutput {

    /** Writes whole lines. */
    void write(byte[] bytes, int length) throws IOException;

    /** Lets go of what an idle log need not hold; it may be written to again. */
    void rest() throws IOException;
}
