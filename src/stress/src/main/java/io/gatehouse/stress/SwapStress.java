// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Requests while a stage is deployed twice. */
@JCStressTest
@Outcome(
        id = {"0, 0, 2", "0, 1, 2", "0, 2, 2", "1, 1, 2", "1, 2, 2", "2, 2, 2"},
        expect = ACCEPTABLE,
        desc = "A reader sees whole versions, the later never before the earlier, and the newest stays.")
@Outcome(expect = FORBIDDEN, desc = "A version went back, was mixed with the other, or the newest was lost.")
@State
public class SwapStress {
    private final TwoVersions stage = new TwoVersions(false);

    /** Deploys, and deploys again. */
    @Actor
    public void deployments() {
        stage.publish(1);
        stage.publish(2);
    }

    /** Two requests on one connection. */
    @Actor
    public void requests(III_Result seen) {
        seen.r1 = stage.version();
        seen.r2 = stage.version();
    }

    /** A request after both were answered. */
    @Arbiter
    public void afterwards(III_Result seen) {
        seen.r3 = stage.version();
    }
}
