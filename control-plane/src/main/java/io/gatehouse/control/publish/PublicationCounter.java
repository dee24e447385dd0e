// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.publish;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that numbers publications. Whoever holds its lock publishes; numbers so grow in the order of commits. */
@Entity
@Table(name = "publication_counter")
public class PublicationCounter {
    static final int ONLY = 1;

    @Id
    int id;

    long lastNumber;

    protected PublicationCounter() {}

    final long next() {
        return ++lastNumber;
    }
}
