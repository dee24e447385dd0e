// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import org.junit.jupiter.api.Test;

final class SampleStepTest {
    private double drawn = 0.5;
    private final Sampler sampler = new Sampler(() -> drawn);

    @Test
    void theFirstRequestOfEachSecondIsRecorded() {
        assertThat(sampler.records(1_000)).isTrue();
        assertThat(sampler.records(1_001)).isFalse();
        assertThat(sampler.records(1_999)).isFalse();
        assertThat(sampler.records(2_000)).isTrue();
        assertThat(sampler.records(1_500)).as("a clock that goes back").isFalse();
    }

    @Test
    void oneInTwentyOfTheOthersIsRecorded() {
        sampler.records(1_000);
        drawn = 0.049;
        assertThat(sampler.records(1_001)).isTrue();
        drawn = 0.05;
        assertThat(sampler.records(1_002)).isFalse();
    }

    @Test
    void theDecisionIsWrittenDownUnlessTheSenderHasMadeIt() {
        SampleStep step = new SampleStep(sampler);
        Exchange first = Exchanges.of(new FakeInbound());
        String root = first.ids().trace();
        step.apply(first);
        assertThat(first.ids().trace()).isEqualTo(root + ";Sampled=1");

        Exchange second = Exchanges.of(new FakeInbound());
        step.apply(second);
        assertThat(second.ids().trace()).isEqualTo(root + ";Sampled=0");

        Exchange decided = Exchanges.of(new FakeInbound());
        decided.ids(decided.ids().withTrace(root + ";Sampled=1"));
        step.apply(decided);
        assertThat(decided.ids().trace()).isEqualTo(root + ";Sampled=1");
    }
}
