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

/** Two deployments at the same time, told by a source that repeats what it said: older numbers are dropped. */
@JCStressTest
@Outcome(
        id = {"1, 2, 2", "2, 2, 2"},
        expect = ACCEPTABLE,
        desc = "Each caller sees what it has deployed or what came after, and the newest stays.")
@Outcome(expect = FORBIDDEN, desc = "A version went back, was mixed with the other, or the newest was lost.")
@State
public class RepeatedNewsStress {
    private final TwoVersions stage = new TwoVersions(true);

    /** Deploys and calls. */
    @Actor
    public void first(III_Result seen) {
        stage.publish(1);
        seen.r1 = stage.version();
    }

    /** Deploys and calls, at the same time. */
    @Actor
    public void second(III_Result seen) {
        stage.publish(2);
        seen.r2 = stage.version();
    }

    /** A request after both were answered. */
    @Arbiter
    public void afterwards(III_Result seen) {
        seen.r3 = stage.version();
    }
}
