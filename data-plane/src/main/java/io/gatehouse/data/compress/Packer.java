// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.vertx.core.buffer.Buffer;

/** Packs one body, piece by piece. Holds memory outside the heap until it is closed. One thread at a time. */
interface Packer extends AutoCloseable {

    /**
     * Packs the next piece. What comes out can be unpacked to all that has gone in: a client waits for nothing that
     * the backend has sent.
     *
     * @param last whether the body ends with this piece
     */
    Buffer pack(Buffer piece, boolean last);

    @Override
    void close();
}
