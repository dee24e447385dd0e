// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;

/** How an answer can be packed, in the order of preference among what a client likes equally. */
enum Packing {
    GZIP("gzip", () -> new DeflatePacker(true)),
    DEFLATE("deflate", () -> new DeflatePacker(false));

    private final String coding;
    private final Supplier<Packer> packers;

    Packing(String coding, Supplier<Packer> packers) {
        this.coding = coding;
        this.packers = packers;
    }

    /** As {@code Content-Encoding} names it. */
    String coding() {
        return coding;
    }

    /** A packer for one body. */
    Packer packer() {
        return packers.get();
    }

    /** Packs a body that is all here. */
    Buffer whole(Buffer body) {
        try (Packer packer = packer()) {
            return packer.pack(body, true);
        }
    }
}
