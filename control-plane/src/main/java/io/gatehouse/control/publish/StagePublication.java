// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.publish;

import io.gatehouse.contract.rest.StageKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The newest publication of one stage; of a withdrawn stage the withdrawal. */
@Entity
@Table(name = "publication")
public class StagePublication {
    /** The stage's. */
    @Id
    String id;

    String apiId;
    String stageName;
    long sequenceNumber;
    boolean withdrawn;

    @SuppressWarnings("NullAway.Init")
    protected StagePublication() {}

    StagePublication(StageKey key) {
        this.id = idOf(key);
        this.apiId = key.apiId();
        this.stageName = key.stageName();
    }

    static String idOf(StageKey key) {
        return key.apiId() + "/" + key.stageName();
    }

    StageKey key() {
        return new StageKey(apiId, stageName);
    }

    final void number(long number, boolean isWithdrawal) {
        this.sequenceNumber = number;
        this.withdrawn = isWithdrawal;
    }
}
