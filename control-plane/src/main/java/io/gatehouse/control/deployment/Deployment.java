// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import io.gatehouse.contract.rest.FrozenApi;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deployment: when and at which revision an API was frozen. What was frozen is its {@link FrozenDefinition}. */
@Entity
@Table(name = "deployment")
public class Deployment {
    @Id
    String id;

    String apiId;

    @Nullable
    String description;

    Instant createdDate;
    long revision;
    int formatVersion;
    String sha256;

    @SuppressWarnings("NullAway.Init")
    protected Deployment() {}

    /**
     * A new deployment.
     *
     * @param view what answers show of it
     * @param revision the number of the revision that made it
     * @param sha256 of what it froze
     */
    Deployment(DeploymentView view, String apiId, long revision, String sha256) {
        this.id = view.id();
        this.apiId = apiId;
        this.description = view.description();
        this.createdDate = view.createdDate();
        this.revision = revision;
        this.formatVersion = FrozenApi.CURRENT_FORMAT;
        this.sha256 = sha256;
    }

    final void take(DeploymentEdit edit) {
        this.description = edit.description;
    }

    /** Its identifier. */
    public String id() {
        return id;
    }
}
