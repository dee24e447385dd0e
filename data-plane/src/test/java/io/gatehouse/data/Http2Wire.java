// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A cleartext HTTP/2 connection on which a test writes frames, rules or no rules (RFC 9113). */
final class Http2Wire implements AutoCloseable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;

    private static final int PATIENCE_MILLIS = 8_000;
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final DataInputStream in;

    /** What came back. */
    record Frame(int type, int flags, int stream, byte[] payload) {

        /** The error code of a reset or a farewell. */
        int error() {
            int from = type == GOAWAY ? 4 : 0;
            return (payload[from] & 0xFF) << 24
                    | (payload[from + 1] & 0xFF) << 16
                    | (payload[from + 2] & 0xFF) << 8
                    | payload[from + 3] & 0xFF;
        }

        /** The payload, as far as it is text. */
        String text() {
            return new String(payload, StandardCharsets.ISO_8859_1);
        }
    }

    Http2Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write(PREFACE);
        frame(SETTINGS, 0, 0, new byte[0]);
    }

    Http2Wire frame(int type, int flags, int stream, byte[] payload) throws IOException {
        socket.getOutputStream().write(encoded(type, flags, stream, payload));
        return this;
    }

    /** The same frame again and again, a thousand of them in each write. */
    void flood(int thousands, int type, int stream, byte[] payload) throws IOException {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 1_000; i++) {
            many.writeBytes(encoded(type, 0, stream, payload));
        }
        for (int i = 0; i < thousands; i++) {
            socket.getOutputStream().write(many.toByteArray());
        }
    }

    private static byte[] encoded(int type, int flags, int stream, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(payload.length >> 16);
        frame.write(payload.length >> 8);
        frame.write(payload.length);
        frame.write(type);
        frame.write(flags);
        for (int shift = 24; shift >= 0; shift -= 8) {
            frame.write(stream >> shift);
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /** A request's head in one frame. */
    Http2Wire head(int stream, boolean end, String... namesAndValues) throws IOException {
        return frame(HEADERS, END_HEADERS | (end ? END_STREAM : 0), stream, block(namesAndValues));
    }

    /** HPACK without its tables: each name and value as it is. */
    static byte[] block(String... namesAndValues) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndValues.length; i++) {
            if (i % 2 == 0) {
                block.write(0);
            }
            byte[] text = namesAndValues[i].getBytes(StandardCharsets.ISO_8859_1);
            if (text.length < 127) {
                block.write(text.length);
            } else {
                block.write(127);
                int rest = text.length - 127;
                for (; rest >= 128; rest >>= 7) {
                    block.write(rest & 127 | 128);
                }
                block.write(rest);
            }
            try {
                block.write(text);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return block.toByteArray();
    }

    /** A request without a body, for the path of an API on this machine. */
    static String[] request(String verb, String path) {
        return new String[] {":method", verb, ":scheme", "http", ":path", path, ":authority", "localhost"};
    }

    /** The next frame; null when the connection has ended. */
    @Nullable
    Frame read() throws IOException {
        try {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            return new Frame(type, flags, stream, in.readNBytes(length));
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (IOException ended) {
            return null;
        }
    }

    /** The next frame of a type; null when the connection ends before one. */
    @Nullable
    Frame await(int type) throws IOException {
        Frame frame = read();
        while (frame != null && frame.type() != type) {
            frame = read();
        }
        return frame;
    }

    /** The text of one answer's body, up to its end; null when it is reset or the connection ends. */
    @Nullable
    String body() throws IOException {
        StringBuilder text = new StringBuilder();
        Frame frame = read();
        while (frame != null && frame.type() != RST_STREAM && frame.type() != GOAWAY) {
            if (frame.type() == DATA) {
                text.append(frame.text());
            }
            boolean end = (frame.flags() & END_STREAM) != 0;
            if (end && (frame.type() == DATA || frame.type() == HEADERS)) {
                return text.toString();
            }
            frame = read();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
