// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.model;

import io.gatehouse.control.aws.Ids;
import io.gatehouse.control.restapi.RestApiCloned;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revisions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Copies models along with their API. */
@Singleton
final class ClonedModels {
    private final Models models;
    private final Ids ids;
    private final Revisions revisions;

    ClonedModels(Models models, Ids ids, Revisions revisions) {
        this.models = models;
        this.ids = ids;
        this.revisions = revisions;
    }

    void follow(@Observes RestApiCloned event) {
        String sourceApiId = event.source().id();
        String targetApiId = event.target().id();
        models.list("apiId", sourceApiId).stream()
                .sorted(Comparator.comparing(model -> model.name))
                .map(model -> copy(model, ids.next(), sourceApiId, targetApiId))
                .forEach(copy -> {
                    models.persist(new Model(targetApiId, copy));
                    revisions.add(event.revision(), Change.created(Models.NOUN, copy.name(), copy));
                });
    }

    static ModelView copy(Model source, String id, String sourceApiId, String targetApiId) {
        return new ModelView(
                id,
                source.name,
                source.description,
                moved(source.jsonSchema, sourceApiId, targetApiId),
                source.contentType);
    }

    /** Models name one another by an address that holds their API. */
    private static @Nullable String moved(@Nullable String schema, String sourceApiId, String targetApiId) {
        return schema == null
                ? null
                : schema.replace("/restapis/" + sourceApiId + "/models/", "/restapis/" + targetApiId + "/models/");
    }
}
