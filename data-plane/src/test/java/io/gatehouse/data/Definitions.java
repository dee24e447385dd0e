// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import io.gatehouse.contract.publish.Publication;
import io.gatehouse.contract.publish.Publications;
import io.gatehouse.contract.rest.Canary;
import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.FrozenGatewayResponse;
import io.gatehouse.contract.rest.FrozenIntegration;
import io.gatehouse.contract.rest.FrozenIntegrationResponse;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.FrozenMethodResponse;
import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.contract.rest.Owner;
import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.contract.rest.StageSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source of publications in memory, and the definitions to publish by it. */
final class Definitions implements Publications {
    static final String API = "a1b2c3d4e5";

    private final List<Publication> all = new ArrayList<>();
    private long published;

    /** Publishes stage {@code prod} of the one API, with these resources, as the next number. */
    synchronized void publish(String deployment, FrozenResource... resources) {
        publish(deployment, api(resources), null);
    }

    /** Publishes stage {@code prod} with a second deployment on trial. */
    synchronized void publishWithCanary(FrozenResource resource, double percent, FrozenResource onTrial) {
        publish("stable", api(resource), new Canary("trial", api(onTrial), percent, Map.of(), false));
    }

    /** Publishes stage {@code prod} of an API that packs answers of so many bytes. */
    synchronized void publishPacking(int minimumCompressionSize, FrozenResource... resources) {
        publish("dep1", api(minimumCompressionSize, resources), null);
    }

    /** Publishes stage {@code prod} with these settings. */
    synchronized void publish(StageSettings settings, FrozenResource... resources) {
        publish("dep1", api(resources), settings, null);
    }

    /** Publishes stage {@code prod} of an API that words one of the gateway's own answers itself. */
    synchronized void publishWording(FrozenGatewayResponse wording, FrozenResource... resources) {
        FrozenApi plain = api(resources);
        publish(
                "dep1",
                new FrozenApi(
                        plain.formatVersion(),
                        API,
                        plain.name(),
                        plain.apiKeySource(),
                        false,
                        List.of(),
                        null,
                        null,
                        plain.resources(),
                        List.of(),
                        List.of(),
                        List.of(wording)),
                null);
    }

    /** Keeps the last publication alone; the numbers go on. */
    synchronized void forgetAllButTheNewest() {
        all.subList(0, all.size() - 1).clear();
    }

    /** Serves stage {@code prod} no more. */
    synchronized void withdraw() {
        all.add(new Publication.Withdrawn(++published, new StageKey(API, "prod")));
    }

    private static FrozenApi api(FrozenResource... resources) {
        return api(null, resources);
    }

    private static FrozenApi api(@Nullable Integer minimumCompressionSize, FrozenResource... resources) {
        return new FrozenApi(
                FrozenApi.CURRENT_FORMAT,
                API,
                "pets",
                "HEADER",
                false,
                List.of(),
                minimumCompressionSize,
                null,
                List.of(resources),
                List.of(),
                List.of(),
                List.of());
    }

    private void publish(String deployment, FrozenApi api, @Nullable Canary canary) {
        publish(deployment, api, StageSettings.of(Map.of()), canary);
    }

    private void publish(String deployment, FrozenApi api, StageSettings settings, @Nullable Canary canary) {
        all.add(new Publication.Published(
                ++published,
                new StageSnapshot(
                        new StageKey(API, "prod"),
                        new Owner("000000000000", "us-east-1"),
                        deployment,
                        api,
                        settings,
                        canary)));
    }

    @Override
    public synchronized List<Publication> after(long sequence) {
        return all.stream()
                .filter(publication -> publication.sequence() > sequence)
                .toList();
    }

    /** A MOCK that answers its text in the body and in the field {@code X-Text}. */
    static FrozenResource mock(String path, String text) {
        return resource(
                path,
                "ANY",
                "NONE",
                integration(
                        "MOCK",
                        null,
                        null,
                        new FrozenIntegrationResponse(
                                "200",
                                null,
                                Map.of("method.response.header.X-Text", "'" + text + "'"),
                                Map.of("application/json", text),
                                null)));
    }

    /** A MOCK whose request template is this one; it has to name the status 200. */
    static FrozenResource rendering(String path, String requestTemplate) {
        FrozenIntegrationResponse response = new FrozenIntegrationResponse("200", null, Map.of(), Map.of(), null);
        return resource(path, "ANY", "NONE", integration("MOCK", null, null, requestTemplate, response));
    }

    /** A backend behind these templates. */
    static FrozenResource mapped(String path, String uri, String requestTemplate, String responseTemplate) {
        FrozenIntegrationResponse response = new FrozenIntegrationResponse(
                "200", null, Map.of(), Map.of("application/json", responseTemplate), null);
        return resource(path, "ANY", "NONE", integration("HTTP", "POST", uri, requestTemplate, response));
    }

    /** Everything at and below a path, passed through to a backend. */
    static FrozenResource proxy(String path, String authorization, String uri) {
        return resource(path, "ANY", authorization, integration("HTTP_PROXY", "ANY", uri, null));
    }

    /** Everything at a path, passed through to a backend on terms of its own. */
    static FrozenResource proxyOn(String path, String uri, int timeoutMillis, boolean insecure) {
        return resource(
                path,
                "ANY",
                "NONE",
                integration("HTTP_PROXY", "ANY", uri, "{\"statusCode\": 200}", timeoutMillis, insecure, null));
    }

    /** A backend behind a mapping that changes nothing, which has to answer in time. */
    static FrozenResource mappedWithin(String path, String uri, int timeoutMillis) {
        FrozenIntegrationResponse response = new FrozenIntegrationResponse("200", null, Map.of(), Map.of(), null);
        return resource(path, "ANY", "NONE", integration("HTTP", "GET", uri, "{}", timeoutMillis, false, response));
    }

    private static FrozenResource resource(
            String path, String verb, String authorization, FrozenIntegration integration) {
        FrozenMethod method = new FrozenMethod(
                verb,
                authorization,
                null,
                List.of(),
                false,
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of("200", new FrozenMethodResponse("200", Map.of(), Map.of())),
                integration);
        return new FrozenResource("id" + path, path, List.of(method));
    }

    private static FrozenIntegration integration(
            String type, @Nullable String verb, @Nullable String uri, @Nullable FrozenIntegrationResponse response) {
        return integration(type, verb, uri, "{\"statusCode\": 200}", response);
    }

    private static FrozenIntegration integration(
            String type,
            @Nullable String verb,
            @Nullable String uri,
            String requestTemplate,
            @Nullable FrozenIntegrationResponse response) {
        return integration(type, verb, uri, requestTemplate, 29_000, false, response);
    }

    private static FrozenIntegration integration(
            String type,
            @Nullable String verb,
            @Nullable String uri,
            String requestTemplate,
            int timeoutMillis,
            boolean insecure,
            @Nullable FrozenIntegrationResponse response) {
        boolean greedy = uri != null && uri.contains("{proxy}");
        return new FrozenIntegration(
                type,
                verb,
                uri,
                type.equals("MOCK") ? null : "INTERNET",
                null,
                null,
                greedy ? Map.of("integration.request.path.proxy", "method.request.path.proxy") : Map.of(),
                Map.of("application/json", requestTemplate),
                "WHEN_NO_MATCH",
                null,
                timeoutMillis,
                "ns",
                List.of(),
                insecure,
                response == null ? Map.of() : Map.of(response.statusCode(), response));
    }
}
