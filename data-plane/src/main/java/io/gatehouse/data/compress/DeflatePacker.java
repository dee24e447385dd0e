// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The codings {@code gzip} (RFC 1952) and {@code deflate} (RFC 1950). */
final class DeflatePacker implements Packer {
    private static final int CHUNK = 8 * 1024;

    /** No time, no name, no flags, an unknown system. */
    private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final boolean gzip;
    private final Deflater deflater;
    private final CRC32 checksum = new CRC32();
    private final byte[] chunk = new byte[CHUNK];
    private boolean begun;

    /**
     * @param gzip whether the format is gzip's, else zlib's
     */
    DeflatePacker(boolean gzip) {
        this.gzip = gzip;
        this.deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, gzip);
    }

    @Override
    public Buffer pack(Buffer piece, boolean last) {
        Buffer packed = Buffer.buffer(Math.max(64, piece.length() / 4));
        if (gzip && !begun) {
            packed.appendBytes(GZIP_HEAD);
        }
        begun = true;
        ByteBuffer bytes = piece.getByteBuf().nioBuffer();
        if (gzip) {
            checksum.update(bytes.duplicate());
        }
        deflater.setInput(bytes);
        if (last) {
            deflater.finish();
        }
        int flush = last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
        int count;
        do {
            count = deflater.deflate(chunk, 0, CHUNK, flush);
            packed.appendBytes(chunk, 0, count);
        } while (last ? !deflater.finished() : count == CHUNK);
        if (gzip && last) {
            packed.appendIntLE((int) checksum.getValue()).appendIntLE((int) deflater.getBytesRead());
        }
        return packed;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
