// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.publish;

import static io.gatehouse.control.Calls.ACCOUNT;
import static io.gatehouse.control.Calls.REGION;
import static io.gatehouse.control.Calls.delete;
import static io.gatehouse.control.Calls.newDeployableApi;
import static io.gatehouse.control.Calls.newMethod;
import static io.gatehouse.control.Calls.patch;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.put;
import static io.gatehouse.control.Calls.rootOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.publish.Publication;
import io.gatehouse.contract.publish.Publications;
import io.gatehouse.contract.rest.AccessLog;
import io.gatehouse.contract.rest.MethodSettings;
import io.gatehouse.contract.rest.Owner;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.contract.rest.StageSnapshot;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicationIT {

    @Inject
    Publications publications;

    @Inject
    Heard heard;

    @Test
    void aStageIsPublishedAsItWasFrozen() {
        String api = newDeployableApi();
        String deployment = deploy(api, "prod", Map.of("colour", "blue"));
        put(newMethod(rootOf(api), "POST") + "/integration", Map.of("type", "MOCK"))
                .statusCode(201);

        StageSnapshot snapshot = snapshotOf(api, "prod");

        assertThat(snapshot.owner()).isEqualTo(new Owner(ACCOUNT, REGION));
        assertThat(snapshot.deploymentId()).isEqualTo(deployment);
        assertThat(snapshot.settings().variables()).isEqualTo(Map.of("colour", "blue"));
        assertThat(snapshot.definition().resources())
                .singleElement()
                .satisfies(resource -> assertThat(resource.methods())
                        .singleElement()
                        .satisfies(method -> assertThat(method.httpMethod()).isEqualTo("GET")));
        assertThat(snapshot.definition().models()).extracting("name").containsExactly("Empty", "Error");
    }

    @Test
    void onlyTheNewestPublicationOfAStageIsRead() {
        String api = newDeployableApi();
        deploy(api, "prod", Map.of());
        long before = last();

        String second = deploy(api, "prod", Map.of());
        patch(api + "/stages/prod", "replace", "/variables/a", "1").statusCode(200);

        List<Publication> read = of(api, before);
        assertThat(read).singleElement().isInstanceOfSatisfying(Publication.Published.class, published -> {
            assertThat(published.snapshot().deploymentId()).isEqualTo(second);
            assertThat(published.snapshot().settings().variables()).isEqualTo(Map.of("a", "1"));
        });
    }

    @Test
    void whatServesAlikeIsNotPublishedAgain() {
        String api = newDeployableApi();
        deploy(api, "prod", Map.of());
        long before = last();

        patch(api + "/stages/prod", "replace", "/description", "text").statusCode(200);
        patch(api + "/stages/prod", "replace", "/*/*/throttling/rateLimit", "5").statusCode(200);

        assertThat(of(api, before)).isEmpty();
    }

    @Test
    void whetherTracesAreRecordedIsPublished() {
        String api = newDeployableApi();
        deploy(api, "prod", Map.of());
        long before = last();

        patch(api + "/stages/prod", "replace", "/tracingEnabled", "true").statusCode(200);

        assertThat(of(api, before))
                .singleElement()
                .isInstanceOfSatisfying(
                        Publication.Published.class,
                        published -> assertThat(published.snapshot().settings().tracing())
                                .isTrue());
    }

    @Test
    void whatIsToBeLoggedIsPublishedWithoutADeployment() {
        String api = newDeployableApi();
        deploy(api, "prod", Map.of());
        String stage = api + "/stages/prod";
        String group = "arn:aws:logs:eu-central-1:111122223333:log-group:mine";

        patch(stage, "replace", "/pets/GET/logging/loglevel", "ERROR").statusCode(200);
        patch(stage, "replace", "/pets/GET/metrics/enabled", "true").statusCode(200);
        patch(stage, "replace", "/accessLogSettings/format", "$context.requestId")
                .statusCode(200);
        assertThat(snapshotOf(api, "prod").settings().accessLog()).isNull();
        patch(stage, "replace", "/accessLogSettings/destinationArn", group).statusCode(200);

        StageSettings settings = snapshotOf(api, "prod").settings();
        assertThat(settings.methodSettings()).isEqualTo(Map.of("pets/GET", new MethodSettings(true, "ERROR", false)));
        assertThat(settings.accessLog()).isEqualTo(new AccessLog("$context.requestId", group));
    }

    @Test
    void aCanaryIsPublishedWithWhatItsDeploymentFroze() {
        String api = newDeployableApi();
        String first = deploy(api, "prod", Map.of("colour", "blue"));
        put(newMethod(rootOf(api), "POST") + "/integration", Map.of("type", "MOCK"))
                .statusCode(201);
        Map<String, Object> settings =
                Map.of("percentTraffic", 12.5, "stageVariableOverrides", Map.of("colour", "green"));
        String second = post(api + "/deployments", Map.of("stageName", "prod", "canarySettings", settings))
                .statusCode(201)
                .extract()
                .path("id");

        StageSnapshot snapshot = snapshotOf(api, "prod");
        assertThat(snapshot.deploymentId()).isEqualTo(first);
        assertThat(snapshot.definition().resources().getFirst().methods()).hasSize(1);
        assertThat(snapshot.settings().variables()).isEqualTo(Map.of("colour", "blue"));
        assertThat(snapshot.canary()).isNotNull().satisfies(canary -> {
            assertThat(canary.deploymentId()).isEqualTo(second);
            assertThat(canary.definition().resources().getFirst().methods()).hasSize(2);
            assertThat(canary.percentTraffic()).isEqualTo(12.5);
            assertThat(canary.variables()).isEqualTo(Map.of("colour", "green"));
            assertThat(canary.useStageCache()).isFalse();
        });

        long before = last();
        patch(api + "/stages/prod", "remove", "/canarySettings", "").statusCode(200);
        assertThat(of(api, before)).hasSize(1);
        assertThat(snapshotOf(api, "prod").canary()).isNull();
    }

    @Test
    void aDeletedStageIsWithdrawnAndPublishedAgainWhenItIsMadeAgain() {
        String api = newDeployableApi();
        deploy(api, "prod", Map.of());
        long before = last();

        delete(api + "/stages/prod").statusCode(202);
        assertThat(of(api, before)).singleElement().isInstanceOf(Publication.Withdrawn.class);

        deploy(api, "prod", Map.of());
        assertThat(of(api, before)).singleElement().isInstanceOf(Publication.Published.class);
    }

    @Test
    void aDeletedApisStagesAreWithdrawn() {
        String api = newDeployableApi();
        deploy(api, "one", Map.of());
        deploy(api, "two", Map.of());
        long before = last();

        delete(api).statusCode(202);

        assertThat(of(api, before)).hasSize(2).hasOnlyElementsOfType(Publication.Withdrawn.class);
    }

    @Test
    void aListenerHearsBeforeTheAnswerAndOnlyOfPublications() {
        String api = newDeployableApi();
        heard.sequences.clear();

        post(api + "/deployments", Map.of()).statusCode(201);
        assertThat(heard.sequences).isEmpty();
        deploy(api, "prod", Map.of());
        assertThat(heard.sequences).containsExactly(last());
        post(api + "/deployments", Map.of("stageName", "a b")).statusCode(400);
        assertThat(heard.sequences).hasSize(1);
    }

    @Test
    void aReaderThatGoesOnFromTheHighestNumberMissesNothing() throws InterruptedException, ExecutionException {
        List<String> apis = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            apis.add(newDeployableApi());
        }
        long seen = last();
        Set<String> read = new HashSet<>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (String api : apis) {
                running.add(writers.submit(() -> {
                    for (int i = 0; i < 10; i++) {
                        deploy(api, "s" + i, Map.of());
                    }
                }));
            }
            boolean done = false;
            while (!done) {
                done = running.stream().allMatch(Future::isDone);
                for (Publication publication : publications.after(seen)) {
                    assertThat(publication.sequence()).isGreaterThan(seen);
                    seen = publication.sequence();
                    read.add(publication.key().apiId() + "/" + publication.key().stageName());
                }
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        }

        assertThat(read).hasSize(40);
    }

    private static String deploy(String api, String stage, Map<String, String> variables) {
        return post(api + "/deployments", Map.of("stageName", stage, "variables", variables))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private long last() {
        List<Publication> all = publications.after(0);
        return all.isEmpty() ? 0 : all.getLast().sequence();
    }

    private List<Publication> of(String api, long after) {
        return publications.after(after).stream()
                .filter(publication -> api.endsWith("/" + publication.key().apiId()))
                .toList();
    }

    private StageSnapshot snapshotOf(String api, String stage) {
        return of(api, 0).stream()
                .filter(Publication.Published.class::isInstance)
                .map(Publication.Published.class::cast)
                .map(Publication.Published::snapshot)
                .filter(snapshot -> snapshot.key().stageName().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    /** A data plane that remembers what it was told. */
    @Singleton
    static final class Heard implements PublicationListener {
        final List<Long> sequences = new CopyOnWriteArrayList<>();

        @Override
        public void published(long sequence) {
            sequences.add(sequence);
        }
    }
}
