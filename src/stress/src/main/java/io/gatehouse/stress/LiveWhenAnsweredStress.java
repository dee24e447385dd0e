// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A deployment is live when its call is answered: whoever made it sees it or a later one. */
@JCStressTest
@Outcome(
        id = {"1, 2", "2, 2"},
        expect = ACCEPTABLE,
        desc = "Each caller sees what it has deployed, or what came after.")
@Outcome(expect = FORBIDDEN, desc = "A caller does not see what it has deployed.")
@State
public class LiveWhenAnsweredStress {
    private final TwoVersions stage = new TwoVersions(false);

    /** Deploys and calls. */
    @Actor
    public void first(II_Result seen) {
        stage.publish(1);
        seen.r1 = stage.version();
    }

    /** Deploys and calls, at the same time. */
    @Actor
    public void second(II_Result seen) {
        stage.publish(2);
        seen.r2 = stage.version();
    }
}
