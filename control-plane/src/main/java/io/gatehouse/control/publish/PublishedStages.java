// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.publish;

import io.gatehouse.contract.publish.Publication;
import io.gatehouse.contract.publish.Publications;
import io.gatehouse.contract.publish.PublicationsUnavailableException;
import io.gatehouse.contract.rest.Canary;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.control.deployment.FrozenDefinition;
import io.gatehouse.control.restapi.RestApi;
import io.gatehouse.control.stage.Stage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads what is served from the database, for a data plane in this process or elsewhere. */
@Singleton
final class PublishedStages implements Publications {
    /** One statement, so that a stage, its deployment and its publication are of one moment. */
    private static final String NEWER = """
            select new io.gatehouse.control.publish.PublishedStages$Row(publication, stage, definition, canary, api)
            from StagePublication publication
            left join Stage stage on stage.id = publication.id
            left join FrozenDefinition definition on definition.deploymentId = stage.deploymentId
            left join FrozenDefinition canary on canary.deploymentId = stage.canaryDeploymentId
            left join RestApi api on api.id = publication.apiId
            where publication.sequenceNumber > ?1
            order by publication.sequenceNumber""";

    private static final Logger LOG = Logger.getLogger(PublishedStages.class);

    private final EntityManager entities;

    PublishedStages(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Publication> after(long sequence) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> read(sequence));
        } catch (PersistenceException | QuarkusTransactionException e) {
            throw new PublicationsUnavailableException("the database of publications cannot be read", e);
        }
    }

    private List<Publication> read(long sequence) {
        return entities.createQuery(NEWER, Row.class).setParameter(1, sequence).getResultList().stream()
                .flatMap(row -> publication(row).stream())
                .toList();
    }

    /** What a row says; nothing when it cannot be read, which must not keep the other stages from being served. */
    private static Optional<Publication> publication(Row row) {
        StagePublication published = row.row();
        if (published.withdrawn) {
            return Optional.of(new Publication.Withdrawn(published.sequenceNumber, published.key()));
        }
        try {
            return Optional.of(new Publication.Published(published.sequenceNumber, row.snapshot()));
        } catch (IllegalStateException e) {
            LOG.errorf(e, "Stage %s is published and cannot be read; it stays as it was", published.id);
            return Optional.empty();
        }
    }

    /** One stage with what it serves; the latter is there unless the stage is withdrawn. */
    @RegisterForReflection
    record Row(
            StagePublication row,
            @Nullable Stage stage,
            @Nullable FrozenDefinition definition,
            @Nullable FrozenDefinition canaryDefinition,
            @Nullable RestApi api) {

        StageSnapshot snapshot() {
            if (stage == null || definition == null || api == null) {
                throw new IllegalStateException("it has nothing to serve");
            }
            return new StageSnapshot(
                    row.key(),
                    api.owner(),
                    stage.deploymentId(),
                    definition.definition(),
                    stage.settings(),
                    canary(stage));
        }

        private @Nullable Canary canary(Stage of) {
            if (!of.hasCanary()) {
                return null;
            }
            if (canaryDefinition == null) {
                throw new IllegalStateException("its canary has nothing to serve");
            }
            return of.canary(canaryDefinition.definition());
        }
    }
}
