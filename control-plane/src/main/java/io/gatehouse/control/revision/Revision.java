// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.revision;

import io.gatehouse.control.aws.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One numbered change of an API: what was called, by whom, when. */
@Entity
@Table(name = "revision")
public class Revision {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String apiId;
    long revisionNumber;
    String accountId;
    String region;
    String operation;
    String accessKeyId;
    Instant createdDate;

    @SuppressWarnings("NullAway.Init")
    protected Revision() {}

    Revision(String apiId, long number, String operation, Caller caller, Instant now) {
        this.apiId = apiId;
        this.revisionNumber = number;
        this.operation = operation;
        this.accountId = caller.accountId();
        this.region = caller.region();
        this.accessKeyId = caller.accessKeyId();
        this.createdDate = now;
    }

    /** Its number, counted from 1 for each API. */
    public long number() {
        return revisionNumber;
    }
}
