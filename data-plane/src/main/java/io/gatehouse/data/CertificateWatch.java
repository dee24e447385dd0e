// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import io.gatehouse.data.listen.TrafficServer;
import io.gatehouse.data.tls.TlsIdentity;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Notices that a certificate's files were replaced, and has new connections use them. Belongs to one thread. */
final class CertificateWatch {
    private static final Logger LOG = Logger.getLogger(CertificateWatch.class);

    private final TlsIdentity identity;
    private final TrafficServer server;
    private long version;

    CertificateWatch(TlsIdentity identity, TrafficServer server) {
        this.identity = identity;
        this.server = server;
        this.version = version(0);
    }

    /** Files that are just being replaced may not fit each other; the next change of either is another attempt. */
    void look() {
        long now = version(version);
        if (now == version) {
            return;
        }
        version = now;
        try {
            server.renewCertificate();
            LOG.infof("New connections use the renewed certificate %s", identity);
        } catch (IllegalArgumentException e) {
            LOG.warnf(e, "The renewed certificate %s cannot be used; the earlier one is used on", identity);
        }
    }

    private long version(long whenUnreadable) {
        try {
            return identity.version();
        } catch (IOException beingReplaced) {
            return whenUnreadable;
        }
    }
}
