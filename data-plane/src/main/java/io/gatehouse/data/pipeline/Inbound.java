// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** Where an exchange comes from: the client's side, free of any server's request type. */
public interface Inbound {

    /** The HTTP method as sent. */
    String verb();

    /** The path below the stage, as sent and still percent-encoded; starts with a slash. */
    String rawPath();

    /** The whole path as sent, with whatever form of address precedes the stage. */
    String rawRequestPath();

    /** What follows the question mark, as sent; {@code null} when there is none. */
    @Nullable
    String rawQuery();

    /** The header fields as sent, names case-insensitive. Not to be changed. */
    MultiMap headers();

    /** The host that the client addressed, without a port. */
    String host();

    /** The client's address, without a port: the connection's, or what a trusted proxy says of it. */
    String clientAddress();

    /** The address at the other end of the connection, without a port. */
    String peerAddress();

    /** {@code http} or {@code https}, as the client spoke to us or to a trusted proxy. */
    String scheme();

    /** The port the client reached, ours or a trusted proxy's. */
    int localPort();

    /** {@code HTTP/1.1}, {@code HTTP/2.0}, as the protocol is called in logs. */
    String protocol();

    /** Whether a body can follow the head. */
    boolean mayHaveBody();

    /** The body as a stream; paused until somebody reads it. At most one of this and {@link #bufferedBody}. */
    ReadStream<Buffer> body();

    /**
     * The whole body. Completes on the exchange's event loop.
     *
     * @param limit bytes at most; a longer body fails the future with {@code REQUEST_TOO_LARGE}
     */
    Future<Buffer> bufferedBody(int limit);
}
