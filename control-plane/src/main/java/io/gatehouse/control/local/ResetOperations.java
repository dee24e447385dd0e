// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.local;

import io.gatehouse.control.aws.gate.ManagementAccess;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /_gatehouse/reset}: deletes every API of every account, with its journal, so that the next test starts from
 * nothing; 204. Only where any signed call is accepted, which is on loopback without credentials; elsewhere 403.
 */
@Path("/_gatehouse/reset")
public final class ResetOperations {
    /** A browser says with these where a call comes from: no web page may empty its visitor's store. */
    private static final List<String> OF_BROWSERS = List.of("Origin", "Sec-Fetch-Site");

    private final ManagementAccess access;
    private final Event<EverythingGoes> everythingGoes;

    ResetOperations(ManagementAccess access, Event<EverythingGoes> everythingGoes) {
        this.access = access;
        this.everythingGoes = everythingGoes;
    }

    /** Answers when nothing is served any more. */
    @POST
    @Transactional
    public Response reset(@Context HttpHeaders headers) {
        if (!(access instanceof ManagementAccess.AnySignedCall)) {
            return refused("Reset works only on loopback without --credentials");
        }
        if (OF_BROWSERS.stream().anyMatch(name -> headers.getHeaderString(name) != null)) {
            return refused("Reset is not for web pages");
        }
        everythingGoes.fire(new EverythingGoes());
        return Response.noContent().build();
    }

    private static Response refused(String reason) {
        return Response.status(Response.Status.FORBIDDEN)
                .entity(Map.of("message", reason))
                .build();
    }
}
