// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.publish;

import io.quarkus.arc.All;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Tells the data planes after the commit and before the answer. It runs on the operation's own worker thread, when the
 * operation's transaction is over.
 */
@Provider
public class PublishedFilter implements ContainerResponseFilter {
    private final PublishedByRequest published;
    private final List<PublicationListener> listeners;

    PublishedFilter(PublishedByRequest published, @All List<PublicationListener> listeners) {
        this.published = published;
        this.listeners = listeners;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if ("GET".equals(request.getMethod()) || response.getStatus() >= 300) {
            return;
        }
        long sequence = published.highest();
        if (sequence > 0) {
            listeners.forEach(listener -> listener.published(sequence));
        }
    }
}
