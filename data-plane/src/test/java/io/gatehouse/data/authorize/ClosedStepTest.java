// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.contract.served.AuthorizationSpec;
import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import org.junit.jupiter.api.Test;

final class ClosedStepTest {

    @Test
    void aClosedRouteRefusesAsTheMissingCheckWould() {
        for (FaultKind kind : new FaultKind[] {FaultKind.INVALID_API_KEY, FaultKind.AUTHORIZER_CONFIGURATION_ERROR}) {
            FaultException fault = refused(kind);
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.clientMessage()).isNull();
        }
    }

    @Test
    void aPolicyThatIsNotEvaluatedDeniesAnonymously() {
        assertThat(refused(FaultKind.ACCESS_DENIED).clientMessage())
                .isEqualTo("User: anonymous is not authorized to perform: execute-api:Invoke on resource:"
                        + " arn:aws:execute-api:us-east-1:********0000:abc123/prod/GET/pets/7");
    }

    @Test
    void theReasonIsNotTold() {
        assertThat(refused(FaultKind.ACCESS_DENIED).clientMessage()).doesNotContain("policy");
    }

    private static FaultException refused(FaultKind kind) {
        ClosedStep step = new ClosedStep(new AuthorizationSpec.Closed(kind, "it has a policy"));
        FaultException fault =
                catchThrowableOfType(FaultException.class, () -> step.apply(Exchanges.of(FakeInbound.get("/pets/7"))));
        assertThat(fault).isNotNull();
        return fault;
    }
}
