// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be sent to the backend; made by the transforming steps, sent by an integrating one.
 *
 * @param verb the HTTP method
 * @param origin where to
 * @param requestUri path and query, percent-encoded, starting with a slash
 * @param headers the header fields, without those that the connection itself decides
 * @param body the body; {@code null} to stream the client's
 */
public record BackendRequest(
        String verb,
        Origin origin,
        String requestUri,
        MultiMap headers,
        @Nullable Buffer body) {}
