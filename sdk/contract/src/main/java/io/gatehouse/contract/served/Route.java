// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

import org.jspecify.annotations.Nullable;

/**
 * One way into an API.
 *
 * @param id stable in its API, for logs and {@code $context.resourceId}
 * @param template the path as its author wrote it, for logs and {@code $context.resourcePath}
 * @param verb the HTTP method it answers; {@code null} for all
 * @param path which paths it answers
 * @param rank precedence among the routes that match one request; the lowest wins
 * @param authorization who may call it
 * @param validation what a request must be; {@code null} for anything
 * @param integration what answers
 */
public record Route(
        String id,
        String template,
        @Nullable String verb,
        PathMatcher path,
        int rank,
        AuthorizationSpec authorization,
        @Nullable ValidationSpec validation,
        IntegrationSpec integration) {}
