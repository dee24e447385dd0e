// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.control.json.CanonicalJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Length;

/** What a deployment froze, as canonical JSON of a {@link FrozenApi}. Never changes. */
@Entity
@Table(name = "frozen_definition")
public class FrozenDefinition {
    @Id
    String deploymentId;

    @Column(length = Length.LONG32)
    String document;

    @SuppressWarnings("NullAway.Init")
    protected FrozenDefinition() {}

    FrozenDefinition(String deploymentId, String document) {
        this.deploymentId = deploymentId;
        this.document = document;
    }

    /** The definition itself. */
    public FrozenApi definition() {
        return CanonicalJson.read(document, FrozenApi.class);
    }
}
