// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;

/**
 * What a call needs to reach a backend.
 *
 * @param vertx whose event loops call
 * @param names where hosts are
 * @param overrides where some hosts are besides
 * @param kept connections that are used again
 * @param fresh opens a connection for each call
 */
record Lines(Vertx vertx, Names names, AddressOverrides overrides, HttpClient kept, HttpClient fresh) {}
