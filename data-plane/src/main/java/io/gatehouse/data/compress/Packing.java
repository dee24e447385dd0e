// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.vertx.core.buffer.Buffer;
import java.util.function.IntFunction;

/**
 * How an answer can be packed, in the order of preference among what a client likes equally: the smaller body first (on JSON
 * and text {@code br} is some percent smaller than {@code gzip}, and {@code zstd} some larger). {@code br} and {@code zstd} are the work of libraries that not every machine can load; see {@link OfferedPackings}.
 */
enum Packing {
    BR("br", false, BrotliPacker::new),
    GZIP("gzip", true, length -> new DeflatePacker(true)),
    ZSTD("zstd", false, ZstdPacker::new),
    DEFLATE("deflate", true, length -> new DeflatePacker(false));

    /** Of a body whose length is not known. */
    private static final int UNKNOWN = -1;

    private final String coding;
    private final boolean common;
    private final IntFunction<Packer> packers;

    Packing(String coding, boolean common, IntFunction<Packer> packers) {
        this.coding = coding;
        this.common = common;
        this.packers = packers;
    }

    /** As {@code Content-Encoding} names it. */
    String coding() {
        return coding;
    }

    /** Whether every client may be taken to know it, also one that names no coding. */
    boolean common() {
        return common;
    }

    /** A packer for one body that is still to come. */
    Packer packer() {
        return packers.apply(UNKNOWN);
    }

    /** Packs a body that is all here. */
    Buffer whole(Buffer body) {
        try (Packer packer = packers.apply(body.length())) {
            return packer.pack(body, true);
        }
    }
}
