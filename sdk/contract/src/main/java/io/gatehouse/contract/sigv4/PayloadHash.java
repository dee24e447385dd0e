// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.security.MessageDigest;
import java.util.HexFormat;

/** The payload hash of a {@link SignedRequest}: SHA-256 in lower-case hex. */
public final class PayloadHash {

    /** The hash of an empty body. */
    public static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private PayloadHash() {}

    /** The hash of a whole body. */
    public static String of(byte[] body) {
        return body.length == 0 ? EMPTY : HexFormat.of().formatHex(Sha256.digest(body));
    }

    /** The hash of a body that was fed piecewise into a SHA-256 digest, which is reset by this. */
    public static String of(MessageDigest sha256) {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
