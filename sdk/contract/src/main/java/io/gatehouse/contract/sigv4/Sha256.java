// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * SHA-256 and its HMAC. Every Java platform has both. The objects are kept per thread: looking one up costs more than
 * hashing a small request with it.
 */
final class Sha256 {

    private static final String HMAC = "HmacSHA256";
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::newDigest);
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Sha256::newMac);

    private Sha256() {}

    static byte[] digest(byte[] data) {
        MessageDigest digest = DIGEST.get();
        digest.reset();
        return digest.digest(data);
    }

    /** Lower-case hex of the digest of text in which each character is a byte. */
    static String hexDigest(String latin1) {
        return HexFormat.of().formatHex(digest(latin1.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = MAC.get();
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HmacSHA256 takes any key that is not empty", e);
        }
    }

    /** The bytes of the lower-case hex form of the HMAC. */
    static byte[] hexHmac(byte[] key, String text) {
        return HexFormat.of().formatHex(hmac(key, text)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mac newMac() {
        try {
            return Mac.getInstance(HMAC);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
