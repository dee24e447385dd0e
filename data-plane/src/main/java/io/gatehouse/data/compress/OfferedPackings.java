// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.github.luben.zstd.util.Native;
import io.vertx.core.buffer.Buffer;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The packings that this machine can make. The libraries of {@code br} and {@code zstd} are machine code: where they do
 * not load (an unusual system or processor, no folder to unpack them to), their codings are as good as unknown, and the
 * log says so once.
 */
final class OfferedPackings {
    private static final Logger LOG = Logger.getLogger(OfferedPackings.class);

    /** Not set when the class is loaded: in a native program that happens on the machine that builds it. */
    private static @Nullable Set<Packing> offered;

    private OfferedPackings() {}

    /** Loads the libraries when it is first called, which takes some milliseconds. */
    static synchronized Set<Packing> get() {
        Set<Packing> known = offered;
        if (known == null) {
            known = of(OfferedPackings::load);
            offered = known;
        }
        return known;
    }

    private static void load(Packing packing) {
        switch (packing) {
            case BR -> Brotli4jLoader.ensureAvailability();
            case ZSTD -> {
                Native.load();
                // Loaded is not callable: its calls go through java.lang.foreign, which a native program has not
                // prepared.
                Packer trial = new ZstdPacker(1);
                trial.pack(Buffer.buffer("x"), true);
                trial.close();
            }
            case GZIP, DEFLATE -> {}
        }
    }

    /** Makes a packing possible. */
    @FunctionalInterface
    interface Loader {
        /** Throws whatever keeps the packing from being made. */
        void load(Packing packing);
    }

    static Set<Packing> of(Loader loader) {
        Set<Packing> loaded = EnumSet.noneOf(Packing.class);
        for (Packing packing : Packing.values()) {
            try {
                loader.load(packing);
                loaded.add(packing);
            } catch (RuntimeException | LinkageError | AssertionError unavailable) {
                LOG.infof(
                        "No answer is packed with %s: its library does not load on this machine: %s",
                        packing.coding(), reason(unavailable));
            }
        }
        return loaded;
    }

    private static String reason(Throwable unavailable) {
        Throwable first = unavailable;
        while (first.getCause() != null && first.getCause() != first) {
            first = first.getCause();
        }
        return first.toString().lines().findFirst().orElse("");
    }
}
