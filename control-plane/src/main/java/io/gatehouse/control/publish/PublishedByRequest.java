// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.publish;

import jakarta.enterprise.context.RequestScoped;

/** What the request that is being answered has published. */
@RequestScoped
class PublishedByRequest {
    private long highest;

    void upTo(long sequence) {
        highest = Math.max(highest, sequence);
    }

    /** The highest number, 0 when nothing was published. */
    long highest() {
        return highest;
    }
}
