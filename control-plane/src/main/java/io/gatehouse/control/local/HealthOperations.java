// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.local;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code GET /_localstack/health}: scripts and containers that wait for LocalStack look here until the services they need are
 * {@code running}.
 */
@Path("/_localstack/health")
public final class HealthOperations {
    private final String version;

    HealthOperations(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    /** Which services there are, in LocalStack's form. */
    @GET
    public Map<String, Object> health() {
        return Map.of("services", Map.of("apigateway", "running"), "edition", "gatehouse", "version", version);
    }
}
