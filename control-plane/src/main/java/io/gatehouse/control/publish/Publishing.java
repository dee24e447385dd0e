// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.publish;

import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.control.stage.StageChanged;
import io.gatehouse.control.stage.StageDeleted;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** Numbers every change of what is served, in the transaction that makes the change. */
@Singleton
final class Publishing {
    private final EntityManager entities;
    private final PublishedByRequest published;

    Publishing(EntityManager entities, PublishedByRequest published) {
        this.entities = entities;
        this.published = published;
    }

    void publish(@Observes StageChanged event) {
        record(event.stage().key(), false);
    }

    void withdraw(@Observes StageDeleted event) {
        record(event.stage().key(), true);
    }

    private void record(StageKey key, boolean withdrawal) {
        // Locked last of all rows, and held until the end: the API's row before it, never after it.
        PublicationCounter counter =
                entities.find(PublicationCounter.class, PublicationCounter.ONLY, LockModeType.PESSIMISTIC_WRITE);
        StagePublication publication = entities.find(StagePublication.class, StagePublication.idOf(key));
        long number = counter.next();
        if (publication == null) {
            publication = new StagePublication(key);
            publication.number(number, withdrawal);
            entities.persist(publication);
        } else {
            publication.number(number, withdrawal);
        }
        published.upTo(number);
    }
}
