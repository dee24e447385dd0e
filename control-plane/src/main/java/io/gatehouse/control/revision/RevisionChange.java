// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.revision;

import io.gatehouse.control.json.CanonicalJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** What a revision did to one noun, as canonical JSON. */
@Entity
@Table(name = "revision_change")
public class RevisionChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    long revisionId;
    String noun;
    String nounKey;

    @Column(length = Length.LONG32)
    @Nullable
    String beforeDocument;

    @Column(length = Length.LONG32)
    @Nullable
    String afterDocument;

    @SuppressWarnings("NullAway.Init")
    protected RevisionChange() {}

    RevisionChange(long revisionId, Change change) {
        this.revisionId = revisionId;
        this.noun = change.noun();
        this.nounKey = change.key();
        this.beforeDocument = change.before() == null ? null : CanonicalJson.write(change.before());
        this.afterDocument = change.after() == null ? null : CanonicalJson.write(change.after());
    }
}
