// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a client has packed its body, as far as it can be unpacked (developer guide, "Content codings supported by API Gateway"). */
enum PackedAs {
    GZIP,
    DEFLATE;

    /** Nobody packs more often; without a bound, each coding in the field would be another pass over the body. */
    private static final int MOST = 5;

    /**
     * Reads {@code Content-Encoding}, in the order in which the codings were applied; {@code identity} is none.
     *
     * @throws FaultException UNSUPPORTED_MEDIA_TYPE for any other coding, or too many
     */
    static List<PackedAs> parse(List<String> fields) {
        List<PackedAs> codings = new ArrayList<>(fields.size());
        for (String field : fields) {
            for (String coding : field.split(",", -1)) {
                switch (coding.strip().toLowerCase(Locale.ROOT)) {
                    case "", "identity" -> {}
                    case "gzip", "x-gzip" -> codings.add(GZIP);
                    case "deflate" -> codings.add(DEFLATE);
                    default -> throw unsupported("its content coding is not supported");
                }
            }
        }
        if (codings.size() > MOST) {
            throw unsupported("it has more than " + MOST + " content codings");
        }
        return codings;
    }

    /** The refusal of a body that cannot be unpacked. */
    static FaultException unsupported(String problem) {
        return FaultException.because(
                FaultKind.UNSUPPORTED_MEDIA_TYPE, "The request body cannot be decompressed: " + problem);
    }
}
