// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Unpacks bodies, and makes no more of them than it is allowed to, however little was sent. */
final class Unpacking {
    private static final int CHUNK = 8 * 1024;

    private Unpacking() {}

    /**
     * Undoes the codings, the last one first.
     *
     * @param limit bytes that may come out of each
     * @throws TooLong when more would come out
     * @throws FaultException UNSUPPORTED_MEDIA_TYPE when the body is not packed as it is said to be
     */
    static Buffer unpack(Buffer body, List<PackedAs> codings, int limit) throws TooLong {
        Buffer unpacked = body;
        for (PackedAs coding : codings.reversed()) {
            unpacked = unpack(unpacked, coding, limit);
        }
        return unpacked;
    }

    private static Buffer unpack(Buffer body, PackedAs coding, int limit) throws TooLong {
        byte[] packed = body.getBytes();
        try {
            return switch (coding) {
                case GZIP -> {
                    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), CHUNK)) {
                        yield read(in, limit);
                    }
                }
                case DEFLATE -> inflate(packed, limit);
            };
        } catch (IOException broken) {
            throw PackedAs.unsupported(String.valueOf(broken.getMessage()));
        }
    }

    private static Buffer inflate(byte[] packed, int limit) throws IOException, TooLong {
        Inflater inflater = new Inflater(!hasZlibHeader(packed));
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), inflater, CHUNK)) {
            return read(in, limit);
        } finally {
            inflater.end();
        }
    }

    /** The coding is zlib's format (RFC 9110), but many a client sends the bare one. */
    private static boolean hasZlibHeader(byte[] packed) {
        return packed.length >= 2 && (packed[0] & 0x0F) == 8 && ((packed[0] & 0xFF) << 8 | packed[1] & 0xFF) % 31 == 0;
    }

    private static Buffer read(InputStream in, int limit) throws IOException, TooLong {
        Buffer unpacked = Buffer.buffer();
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            if (count > limit - unpacked.length()) {
                throw new TooLong();
            }
            unpacked.appendBytes(chunk, 0, count);
        }
        return unpacked;
    }

    /** More would come out than may. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1L;

        private TooLong() {
            super("the unpacked body is too long", null, false, false);
        }
    }
}
