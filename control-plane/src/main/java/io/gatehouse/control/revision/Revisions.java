// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.revision;

import io.gatehouse.control.aws.CurrentCaller;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
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
     * @param changes what it did, noun by noun
     * @return the revision's number
     */
    public long record(Revisioned api, String operation, Change... changes) {
        long number = api.nextRevision();
        Revision revision = new Revision(api.id(), number, operation, caller.get(), clock.instant());
        persist(revision);
        long id = Objects.requireNonNull(revision.id);
        for (Change change : changes) {
            getEntityManager().persist(new RevisionChange(id, change));
        }
        return number;
    }
}
