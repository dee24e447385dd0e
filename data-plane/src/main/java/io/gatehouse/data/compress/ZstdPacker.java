// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;

/** The coding {@code zstd} (RFC 8878, RFC 9659). */
final class ZstdPacker implements Packer {
    private static final int LEVEL = 3;

    /** Of 2 to the power of, far below the 23 that clients must take: it is memory for each answer that is on its way. */
    private static final int WINDOW = 18;

    private static final int CHUNK = 16 * 1024;

    private final ZstdCompressCtx context;
    private final ByteBuffer in = ByteBuffer.allocateDirect(CHUNK);
    private final ByteBuffer out = ByteBuffer.allocateDirect(CHUNK);
    private boolean closed;

    /**
     * @param length bytes of the body; -1 when it is not known
     */
    ZstdPacker(int length) {
        this.context = new ZstdCompressCtx();
        context.setLevel(LEVEL);
        context.setWindowLog(WINDOW);
        if (length >= 0) {
            context.setPledgedSrcSize(length);
        }
    }

    @Override
    public Buffer pack(Buffer piece, boolean last) {
        Buffer packed = Buffer.buffer(Math.max(64, piece.length() / 4));
        int taken = 0;
        do {
            int count = Math.min(CHUNK, piece.length() - taken);
            in.clear();
            in.put(0, piece.getBytes(taken, taken + count)).limit(count);
            taken += count;
            boolean end = taken == piece.length();
            drain(packed, !end ? EndDirective.CONTINUE : last ? EndDirective.END : EndDirective.FLUSH);
        } while (taken < piece.length());
        return packed;
    }

    private void drain(Buffer packed, EndDirective directive) {
        boolean done;
        do {
            out.clear();
            done = context.compressDirectByteBufferStream(out, in, directive);
            byte[] bytes = new byte[out.flip().remaining()];
            out.get(bytes);
            packed.appendBytes(bytes);
        } while (in.hasRemaining() || directive != EndDirective.CONTINUE && !done);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            context.close();
        }
    }
}
