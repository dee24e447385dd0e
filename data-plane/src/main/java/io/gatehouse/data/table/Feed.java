// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.table;

import io.gatehouse.contract.publish.Publication;
import io.gatehouse.contract.publish.Publications;
import io.gatehouse.contract.rest.StageSnapshot;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Keeps the table up to date with the publications. Any thread but an event loop may ask it to; one reads at a
 * time, and those that wait meanwhile are served by the next reading, all by the same one.
 */
public final class Feed {
    private static final Logger LOG = Logger.getLogger(Feed.class);

    private final Publications publications;
    private final StageCompiler compiler;
    private final ServingTable table;
    private final Lock reading = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private volatile long completed;

    public Feed(Publications publications, StageCompiler compiler, ServingTable table) {
        this.publications = publications;
        this.compiler = compiler;
        this.table = table;
    }

    /**
     * Returns when the table holds all that was published before the call. A stage that does not compile keeps
     * what it served before; the others are not held up.
     *
     * @throws io.gatehouse.contract.publish.PublicationsUnavailableException when the source cannot be read; the
     *     table is unchanged
     */
    public void catchUp() {
        long firstAfterCall = begun.get() + 1;
        reading.lock();
        try {
            if (completed >= firstAfterCall) {
                return;
            }
            long number = begun.incrementAndGet();
            apply(publications.after(table.sequence()));
            completed = number;
        } finally {
            reading.unlock();
        }
    }

    private void apply(List<Publication> news) {
        ServingTable.Draft draft = table.draft();
        for (Publication publication : news) {
            if (publication.sequence() <= draft.sequence()) {
                continue;
            }
            switch (publication) {
                case Publication.Published published -> serve(draft, published.snapshot());
                case Publication.Withdrawn withdrawn -> draft.remove(withdrawn.key());
            }
            draft.reached(publication.sequence());
        }
        if (draft.sequence() > table.sequence()) {
            draft.publish();
        }
    }

    private void serve(ServingTable.Draft draft, StageSnapshot snapshot) {
        try {
            draft.put(snapshot.key(), compiler.compile(snapshot, draft.get(snapshot.key())));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(
                    e,
                    "API %s, stage %s: deployment %s cannot be served; what was served before stays",
                    snapshot.key().apiId(),
                    snapshot.key().stageName(),
                    snapshot.deploymentId());
        }
    }
}
