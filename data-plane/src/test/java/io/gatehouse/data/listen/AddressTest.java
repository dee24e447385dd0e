// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AddressTest {

    @Test
    void theHostNamesTheApiAndTheFirstSegmentTheStage() {
        assertThat(Address.of("a1b2c3.execute-api.eu-west-1.amazonaws.com", "/prod/pets/7"))
                .isEqualTo(new Address("a1b2c3", "prod", "/pets/7"));
        assertThat(Address.of("a1b2c3.execute-api.localhost:4580", "/prod/"))
                .isEqualTo(new Address("a1b2c3", "prod", "/"));
        assertThat(Address.of("a1b2c3.EXECUTE-API", "/prod")).isEqualTo(new Address("a1b2c3", "prod", "/"));
    }

    @Test
    void slashesBeforeTheStageDoNotCountAndThoseBehindItAreKept() {
        assertThat(Address.of("a.execute-api.localhost", "//prod/x")).isEqualTo(new Address("a", "prod", "/x"));
        assertThat(Address.of("a.execute-api.localhost", "/prod//x/")).isEqualTo(new Address("a", "prod", "//x/"));
    }

    @Test
    void aHostWithoutAStageAddressesNoStage() {
        assertThat(Address.of("a.execute-api.localhost", "/")).isEqualTo(new Address("a", "", "/"));
    }

    @Test
    void theUserRequestFormNamesBothInThePath() {
        assertThat(Address.of("localhost", "/restapis/a1/prod/_user_request_/pets/7"))
                .isEqualTo(new Address("a1", "prod", "/pets/7"));
        assertThat(Address.of(null, "/restapis/a1/prod/_user_request_")).isEqualTo(new Address("a1", "prod", "/"));
        assertThat(Address.of(null, "/restapis/a1/prod/_user_request_/")).isEqualTo(new Address("a1", "prod", "/"));
    }

    @Test
    void theExecuteApiFormNamesBothInThePath() {
        assertThat(Address.of("localhost", "/_aws/execute-api/a1/prod/pets"))
                .isEqualTo(new Address("a1", "prod", "/pets"));
        assertThat(Address.of("localhost", "/_aws/execute-api/a1/prod")).isEqualTo(new Address("a1", "prod", "/"));
        assertThat(Address.of("localhost", "/_aws/execute-api/a1")).isEqualTo(new Address("a1", "", "/"));
        assertThat(Address.of("localhost", "/_aws/execute-api/")).isEqualTo(new Address("", "", "/"));
    }

    @Test
    void managementCallsAreNoInvocations() {
        for (String path : new String[] {
            "/restapis",
            "/restapis/",
            "/restapis/a1",
            "/restapis/a1/stages",
            "/restapis/a1/stages/prod",
            "/restapis/a1/stages/prod/_user_request_",
            "/restapis/a1/prod/_user_request_x",
            "/account",
            "/",
            "",
            "*"
        }) {
            assertThat(Address.of("localhost:4566", path)).as(path).isNull();
        }
    }

    @Test
    void otherHostsAreNoInvocations() {
        for (String host : new String[] {
            "apigateway.eu-west-1.amazonaws.com",
            "execute-api.localhost",
            ".execute-api.x",
            "a.execute-apis.x",
            "a.b.execute-api.x"
        }) {
            assertThat(Address.of(host, "/prod/x")).as(host).isNull();
        }
    }
}
