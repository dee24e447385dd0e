// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Origin;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackendAddressTest {

    private static BackendAddress.Resolved resolve(String uri, Map<String, String> path) {
        return BackendAddress.compile(uri, Map.of("host", "pets.example", "port", "8080"))
                .resolve(path);
    }

    @Test
    void aPlainAddressKeepsItsPathAndQuery() {
        assertThat(resolve("http://user-service:8080/users?a=b", Map.of()))
                .isEqualTo(new BackendAddress.Resolved(new Origin(false, "user-service", 8080), "/users?a=b"));
    }

    @Test
    void anAddressWithoutAPathAsksForTheRoot() {
        assertThat(resolve("https://pets.example", Map.of()))
                .isEqualTo(new BackendAddress.Resolved(new Origin(true, "pets.example", 443), "/"));
        assertThat(resolve("http://pets.example?x=1", Map.of()).requestUri()).isEqualTo("/?x=1");
    }

    @Test
    void pathVariablesFillTheirPlaceholders() {
        assertThat(resolve("http://h:81/a/{id}/b/{proxy}", Map.of("id", "7%2F8", "proxy", "x/y"))
                        .requestUri())
                .isEqualTo("/a/7%2F8/b/x/y");
        assertThat(resolve("http://h:81/a/{id}", Map.of()).requestUri()).isEqualTo("/a/");
    }

    @Test
    void stageVariablesStandAnywhere() {
        assertThat(resolve("http://${stageVariables.host}:${stageVariables.port}/x", Map.of())
                        .origin())
                .isEqualTo(new Origin(false, "pets.example", 8080));
    }

    @Test
    void aPlaceholderMayNameTheHost() {
        assertThat(resolve("http://{host}.example/x", Map.of("host", "eu")).origin())
                .isEqualTo(new Origin(false, "eu.example", 80));
    }

    @Test
    void aClientFillsThePlaceThatItIsGivenInAHostAndNoMore() {
        assertThat(resolve("http://{host}/x", Map.of("host", "eu.example")).origin())
                .isEqualTo(new Origin(false, "eu.example", 80));
        assertThat(resolve("http://shard-{n}.example:{port}/x", Map.of("n", "7", "port", "81"))
                        .origin())
                .isEqualTo(new Origin(false, "shard-7.example", 81));
        String[][] attempts = {
            {"http://h{v}", "@evil.example/"},
            {"http://h{v}", ".evil.example"},
            {"http://h{v}", "x"},
            {"http://h:8{v}", "1"},
            {"http://{v}.example/x", "evil.com/"},
            {"http://{v}.example/x", "evil.com#"},
            {"http://{v}.example/x", "evil.com?"},
            {"http://{v}.example/x", "u:p@evil.com:80/"},
            {"http://{v}.example/x", "a.b"},
            {"http://{v}/x", "user@host"},
            {"http://{v}/x", "host:81"},
            {"http://{v}/x", "%65vil"},
            {"http://{v}/x", ""},
            {"http://h:{v}/x", "81@evil"},
            {"http://h:{v}/x", "81/"},
        };
        for (String[] attempt : attempts) {
            assertThatThrownBy(() -> resolve(attempt[0], Map.of("v", attempt[1])))
                    .as(attempt[0] + " " + attempt[1])
                    .isInstanceOf(FaultException.class);
        }
    }

    @Test
    void aPathsValueAddsNoHostAndNoFragment() {
        assertThat(resolve("http://h/{v}", Map.of("v", "@evil/x:1;y")))
                .isEqualTo(new BackendAddress.Resolved(new Origin(false, "h", 80), "/@evil/x:1;y"));
        assertThat(resolve("http://h/{v}", Map.of("v", "//evil/..%2f%2e%2e/..;/"))
                        .requestUri())
                .isEqualTo("///evil/..%2f%2e%2e/..;/");
    }

    @Test
    void noAddressFailsTheCallNotThePublication() {
        for (String uri : new String[] {
            "http://${stageVariables.missing}/x", "ftp://h/x", "http:///x", "http://h:99999/x", "http://u:p@h/x"
        }) {
            assertThatThrownBy(() -> resolve(uri, Map.of()))
                    .as(uri)
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            fault -> assertThat(fault.logReason()).contains("Invalid endpoint address"));
        }
    }

    @Test
    void nothingBreaksOutOfTheRequestLine() {
        assertThat(resolve("http://h/a b", Map.of()).requestUri()).isEqualTo("/a%20b");
        assertThat(resolve("http://h/{v}", Map.of("v", "x\r\nHost: evil")).requestUri())
                .isEqualTo("/x%0D%0AHost:%20evil");
        assertThat(resolve("http://h/\u00e9", Map.of()).requestUri()).isEqualTo("/%C3%A9");
    }
}
