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
 * @param admission what a request has to be
 * @param integration what answers
 * @param settings what is set for it without deploying
 */
public record Route(
        String id,
        String template,
        @Nullable String verb,
        PathMatcher path,
        int rank,
        Admission admission,
        IntegrationSpec integration,
        RouteSettings settings) {

    /** Who may call it. */
    public AuthorizationSpec authorization() {
        return admission.authorization();
    }

    /** What a request must be; {@code null} for anything. */
    public @Nullable ValidationSpec validation() {
        return admission.validation();
    }
}
