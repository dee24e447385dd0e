// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Where an exchange's answer goes: the client's side, free of any server's response type. */
public interface Outbound {

    /** Sets the status of the answer. */
    void status(int code);

    /** The status set last; 200 before. */
    int status();

    /** The answer's header fields, changeable until the head is sent. */
    MultiMap headers();

    /** Whether the head has left; from then on a failure can only reset the connection. */
    boolean headSent();

    /** Sends the head, if it has not left, and the whole body. */
    Future<Void> send(Buffer body);

    /** Sends the head and then the stream, as fast as the client reads it. */
    Future<Void> stream(ReadStream<Buffer> body);

    /** Whether nobody is there any more to send to. */
    boolean gone();

    /** Body bytes written so far. */
    long bytesWritten();

    /** Breaks the connection (HTTP/1.1) or the stream (HTTP/2): the answer cannot be completed. */
    void reset();
}
