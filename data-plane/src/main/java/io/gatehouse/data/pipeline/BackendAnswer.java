// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * What the integration answered.
 *
 * @param status the HTTP status, or the one that a MOCK's template named
 * @param headers the header fields as received; empty for MOCK
 * @param stream the body, paused, when nobody has read it
 * @param body the whole body, when a step of the plan needed it
 */
public record BackendAnswer(
        int status,
        MultiMap headers,
        @Nullable ReadStream<Buffer> stream,
        @Nullable Buffer body) {

    /** An answer whose body is still to be read. */
    public static BackendAnswer streaming(int status, MultiMap headers, ReadStream<Buffer> stream) {
        return new BackendAnswer(status, headers, stream, null);
    }

    /** An answer whose body is all here. */
    public static BackendAnswer buffered(int status, MultiMap headers, Buffer body) {
        return new BackendAnswer(status, headers, null, body);
    }
}
