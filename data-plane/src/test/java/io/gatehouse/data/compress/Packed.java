// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import com.github.luben.zstd.ZstdInputStream;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;

/** What clients send and read, made by streams that are not ours. */
final class Packed {
    private Packed() {}

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] gzip(String plain) {
        return gzip(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param bare whether without the head and tail of zlib's format
     */
    static byte[] deflate(byte[] plain, boolean bare) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(9, bare))) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** What a client can read of a body that has not ended. */
    static String readable(Packing packing, byte[] packed) throws IOException {
        if (packing != Packing.BR) {
            byte[] plain = new byte[1_000];
            return new String(plain, 0, reader(packing, packed).read(plain), StandardCharsets.UTF_8);
        }
        // The library's stream reads on until its input ends, and then fails; the decoder below it does not.
        DecoderJNI.Wrapper decoder = new DecoderJNI.Wrapper(1_000);
        decoder.getInputBuffer().put(packed);
        decoder.push(packed.length);
        String plain = StandardCharsets.UTF_8.decode(decoder.pull()).toString();
        decoder.destroy();
        return plain;
    }

    static byte[] unpack(Packing packing, Buffer packed) {
        try {
            return reader(packing, packed.getBytes()).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what there is; at the end of a body that has not ended, it fails. */
    static InputStream reader(Packing packing, byte[] packed) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(packed);
        return switch (packing) {
            case BR -> new BrotliInputStream(bytes);
            case ZSTD -> new ZstdInputStream(bytes);
            case GZIP -> new GZIPInputStream(bytes);
            case DEFLATE -> new InflaterInputStream(bytes);
        };
    }
}
