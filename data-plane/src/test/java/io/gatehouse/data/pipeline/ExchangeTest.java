// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.served.FaultKind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private final List<String> trail = new ArrayList<>();
    private int ended;

    private Step step(String name) {
        return exchange -> {
            trail.add(name);
            return Step.DONE;
        };
    }

    private Exchange started(List<Step> request, List<Step> response) {
        Exchange exchange =
                Exchanges.of(FakeInbound.get("/pets"), Exchanges.plan(request, response, List.of(step("fault"))));
        exchange.start(over -> ended++);
        return exchange;
    }

    @Test
    void stepsRunInOrderAndTheEndIsToldOnce() {
        started(List.of(step("a"), step("b")), List.of(step("c")));

        assertThat(trail).containsExactly("a", "b", "c");
        assertThat(ended).isOne();
    }

    @Test
    void aStepThatWaitsHoldsTheOthersBack() {
        Promise<Void> slow = Promise.promise();
        started(List.of(step("a"), exchange -> slow.future(), step("b")), List.of());
        assertThat(trail).containsExactly("a");

        slow.complete();

        assertThat(trail).containsExactly("a", "b");
        assertThat(ended).isOne();
    }

    @Test
    void aThrownRefusalRunsTheFaultStepsAndNoOther() {
        Exchange exchange = started(
                List.of(
                        refused -> {
                            throw FaultException.of(FaultKind.THROTTLED);
                        },
                        step("never")),
                List.of(step("never")));

        assertThat(trail).containsExactly("fault");
        assertThat(exchange.failure()).isInstanceOf(FaultException.class);
        assertThat(ended).isOne();
    }

    @Test
    void aFailedFutureRunsTheFaultSteps() {
        started(List.of(exchange -> Future.failedFuture("lost")), List.of(step("never")));

        assertThat(trail).containsExactly("fault");
    }

    @Test
    void aFailureAfterTheHeadCanOnlyReset() {
        Exchange exchange = started(
                List.of(),
                List.of(
                        sending -> {
                            Exchanges.answer(sending).sendHead();
                            return Step.DONE;
                        },
                        broken -> Future.failedFuture("backend gone")));

        assertThat(Exchanges.answer(exchange).wasReset()).isTrue();
        assertThat(trail).isEmpty();
        assertThat(ended).isOne();
    }

    @Test
    void aFailureAfterTheClientHasGoneIsItsLeaving() {
        Exchange exchange = started(
                List.of(),
                List.of(
                        sending -> {
                            Exchanges.answer(sending).sendHead();
                            Exchanges.answer(sending).leave();
                            return Step.DONE;
                        },
                        broken -> Future.failedFuture("broken pipe")));

        assertThat(exchange.abandoned()).isTrue();
        assertThat(exchange.brokenOff()).isFalse();
        assertThat(exchange.failure()).isNull();
        assertThat(trail).isEmpty();
        assertThat(ended).isOne();
    }

    @Test
    void anAbandonedExchangeCancelsItsBackendAndGoesNoFurther() {
        Promise<Void> backend = Promise.promise();
        List<String> cancelled = new ArrayList<>();
        Exchange exchange = started(
                List.of(
                        calling -> {
                            calling.cancellation(() -> cancelled.add("call"));
                            return backend.future();
                        },
                        step("never")),
                List.of());

        exchange.abandon();
        backend.fail("reset");

        assertThat(cancelled).containsExactly("call");
        assertThat(trail).isEmpty();
        assertThat(ended).isOne();
    }

    @Test
    void aFaultStepThatFailsResets() {
        Exchange exchange = Exchanges.of(
                FakeInbound.get("/pets"),
                Exchanges.plan(
                        List.of(broken -> Future.failedFuture("first")),
                        List.of(),
                        List.of(alsoBroken -> Future.failedFuture("second"))));
        exchange.start(over -> ended++);

        assertThat(Exchanges.answer(exchange).wasReset()).isTrue();
        assertThat(ended).isOne();
    }
}
