// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.publish;

import io.gatehouse.contract.publish.Publication;
import io.gatehouse.contract.publish.Publications;
import io.gatehouse.contract.publish.PublicationsUnavailableException;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.control.deployment.FrozenDefinition;
import io.gatehouse.control.restapi.RestApi;
import io.gatehouse.control.stage.Stage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is served from the database, for a data plane in this process or elsewhere. */
@Singleton
final class PublishedStages implements Publications {
    /** One statement, so that a stage, its deployment and its publication are of one moment. */
    private static final String NEWER = """
            select new io.gatehouse.control.publish.PublishedStages$Row(publication, stage, definition, api)
            from StagePublication publication
            left join Stage stage on stage.id = publication.id
            left join FrozenDefinition definition on definition.deploymentId = stage.deploymentId
            left join RestApi api on api.id = publication.apiId
            where publication.sequenceNumber > ?1
            order by publication.sequenceNumber""";

    private final EntityManager entities;

    PublishedStages(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Publication> after(long sequence) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> read(sequence));
        } catch (PersistenceException e) {
            throw new PublicationsUnavailableException("the database of publications cannot be read", e);
        }
    }

    private List<Publication> read(long sequence) {
        return entities.createQuery(NEWER, Row.class).setParameter(1, sequence).getResultList().stream()
                .map(Row::publication)
                .toList();
    }

    /** One stage with what it serves; the latter is there unless the stage is withdrawn. */
    record Row(
            StagePublication row,
            @Nullable Stage stage,
            @Nullable FrozenDefinition definition,
            @Nullable RestApi api) {

        Publication publication() {
            if (row.withdrawn) {
                return new Publication.Withdrawn(row.sequenceNumber, row.key());
            }
            if (stage == null || definition == null || api == null) {
                throw new IllegalStateException("stage " + row.id + " is published and has nothing to serve");
            }
            return new Publication.Published(
                    row.sequenceNumber,
                    new StageSnapshot(
                            row.key(), api.owner(), stage.deploymentId(), definition.definition(), stage.settings()));
        }
    }
}
