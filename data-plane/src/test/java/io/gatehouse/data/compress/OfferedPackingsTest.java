// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class OfferedPackingsTest {

    @Test
    void thisMachineOffersThemAll() {
        assertThat(OfferedPackings.get()).containsExactly(Packing.values());
        assertThat(OfferedPackings.get()).isSameAs(OfferedPackings.get());
    }

    @Test
    void aCodingWhoseLibraryDoesNotLoadIsNotOfferedAndTheLogSaysSo() {
        List<String> logged = new ArrayList<>();
        Set<Packing> offered = logging(
                logged,
                () -> OfferedPackings.of(packing -> {
                    switch (packing) {
                        case BR -> throw new UnsatisfiedLinkError("no library for this processor");
                        case ZSTD ->
                            throw new ExceptionInInitializerError(new UnsupportedOperationException("no system"));
                        case GZIP, DEFLATE -> {}
                    }
                }));
        assertThat(offered).containsExactly(Packing.GZIP, Packing.DEFLATE);
        assertThat(logged).hasSize(2);
        assertThat(logged.getFirst()).contains("br", "no library for this processor");
        assertThat(logged.getLast()).contains("zstd", "no system");
    }

    private static Set<Packing> logging(List<String> logged, Supplier<Set<Packing>> made) {
        Logger logger = Logger.getLogger(OfferedPackings.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(new SimpleFormatter().formatMessage(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            return made.get();
        } finally {
            logger.removeHandler(handler);
        }
    }
}
