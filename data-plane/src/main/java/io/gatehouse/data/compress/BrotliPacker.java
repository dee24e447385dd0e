// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import com.aayushatharva.brotli4j.encoder.BrotliEncoderChannel;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** The coding {@code br} (RFC 7932). */
final class BrotliPacker implements Packer {
    /** The first that is always smaller than gzip's default; those above take more time and gain next to nothing. */
    private static final int QUALITY = 5;

    /** Of 2 to the power of; a larger window would cost megabytes for each answer that is on its way. */
    private static final int WINDOW = 18;

    private static final int SMALLEST_WINDOW = 10;

    private final Target target = new Target();
    private final BrotliEncoderChannel encoder;

    /**
     * @param length bytes of the body; -1 when it is not known
     */
    BrotliPacker(int length) {
        try {
            this.encoder = new BrotliEncoderChannel(target, Encoder.Parameters.create(QUALITY, window(length)));
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    private static int window(int length) {
        int needed = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, length));
        return length < 0 ? WINDOW : Math.clamp(needed, SMALLEST_WINDOW, WINDOW);
    }

    @Override
    public Buffer pack(Buffer piece, boolean last) {
        Buffer packed = Buffer.buffer(Math.max(64, piece.length() / 4));
        target.buffer = packed;
        ByteBuffer bytes = piece.getByteBuf().nioBuffer();
        try {
            while (bytes.hasRemaining()) {
                encoder.write(bytes);
            }
            if (last) {
                encoder.close();
            } else {
                encoder.flush();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return packed;
    }

    /** Ends the coding, for the library frees its memory no other way. */
    @Override
    public void close() {
        target.buffer = Buffer.buffer();
        try {
            encoder.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Where the library writes what it has packed. */
    private static final class Target implements WritableByteChannel {
        private Buffer buffer = Buffer.buffer();

        @Override
        public int write(ByteBuffer packed) {
            int length = packed.remaining();
            byte[] bytes = new byte[length];
            packed.get(bytes);
            buffer.appendBytes(bytes);
            return length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
