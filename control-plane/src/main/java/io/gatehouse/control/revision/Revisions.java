// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.revision;

import io.gatehouse.control.aws.CurrentCaller;
import io.gatehouse.control.local.EverythingGoes;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;

/** The journal. Written in the transaction of the change itself, so that the two cannot part. */
@Singleton
public final class Revisions implements PanacheRepository<Revision> {
    private final CurrentCaller caller;
    private final Clock clock;

    Revisions(CurrentCaller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Counts and journals one revision.
     *
     * @param api whose definition changed; locked by this transaction
     * @param operation the AWS API action that changed it
     * @param change what it did to the noun that the action is about
     * @return the revision, to which other nouns add what they did
     */
    public Revision record(Revisioned api, String operation, Change change) {
        Revision revision = begin(api, operation);
        add(revision, change);
        return revision;
    }

    /**
     * Counts one revision, to which every noun adds what it did. Parameters and answer as {@link #record}.
     */
    public Revision begin(Revisioned api, String operation) {
        Revision revision = new Revision(api.id(), api.nextRevision(), operation, caller.get(), clock.instant());
        persist(revision);
        return revision;
    }

    void deleteAll(@Observes @Priority(EverythingGoes.ROWS) EverythingGoes event) {
        getEntityManager().createQuery("delete from RevisionChange").executeUpdate();
        deleteAll();
    }

    /** Journals one more change of a revision that was recorded in this transaction. */
    public void add(Revision revision, Change change) {
        getEntityManager().persist(new RevisionChange(Objects.requireNonNull(revision.id), change));
    }
}
