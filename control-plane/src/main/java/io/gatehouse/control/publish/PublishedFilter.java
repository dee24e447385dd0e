// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.publish;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/**
 * Tells the data planes after the commit and before the answer. It runs on the operation's own worker thread, when the
 * operation's transaction is over.
 */
@Provider
public class PublishedFilter implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(PublishedFilter.class);

    private final PublishedByRequest published;
    private final Instance<PublicationListener> listeners;

    PublishedFilter(PublishedByRequest published, @Any Instance<PublicationListener> listeners) {
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
            listeners.forEach(listener -> tell(listener, sequence));
        }
    }

    private static void tell(PublicationListener listener, long sequence) {
        try {
            listener.published(sequence);
        } catch (RuntimeException e) {
            // The change is committed; the plane reads it at the next hint.
            LOG.errorf(e, "A data plane did not take publication %d", sequence);
        }
    }
}
