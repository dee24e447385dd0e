// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.headers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What AWS was recorded to do with each header whose name is reserved for something. */
class HeaderTablesTest {
    private static final List<String> RESERVED = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Age",
            "Authorization",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-MD5",
            "Content-Type",
            "Date",
            "Expect",
            "Host",
            "Max-Forwards",
            "Pragma",
            "Proxy-Authenticate",
            "Range",
            "Referer",
            "Server",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "User-Agent",
            "Via",
            "Warn",
            "WWW-Authenticate");

    private static List<String> except(List<String> left) {
        return RESERVED.stream().filter(name -> !left.contains(name)).toList();
    }

    @Test
    void aPassThroughDropsTheseOfAClients() {
        MultiMap from = MultiMap.caseInsensitiveMultiMap();
        RESERVED.forEach(name -> from.add(name, "v"));
        from.remove("Connection");
        MultiMap to = MultiMap.caseInsensitiveMultiMap();
        RequestHeaders.forward(from, to);
        assertThat(to.names())
                .containsExactlyInAnyOrderElementsOf(except(List.of(
                        "Connection",
                        "Content-Encoding",
                        "Content-Length",
                        "Content-MD5",
                        "Expect",
                        "Host",
                        "Max-Forwards",
                        "Proxy-Authenticate",
                        "Server",
                        "TE",
                        "Trailer",
                        "Transfer-Encoding",
                        "Upgrade",
                        "Via",
                        "WWW-Authenticate")));
    }

    @Test
    void aMappingToTheseOfABackendsRequestIsInVainOrFailsEveryCall() {
        assertThat(RESERVED.stream().filter(name -> !RequestHeaders.mappable(name)))
                .containsExactly("Connection", "Expect", "Proxy-Authenticate", "TE", "Via");
        assertThat(RESERVED.stream().filter(RequestHeaders::breaksFraming))
                .containsExactly("Content-Length", "Transfer-Encoding");
    }

    @Test
    void templatesReadTheseAsEmpty() {
        assertThat(RESERVED.stream().filter(name -> !RequestHeaders.readable(name)))
                .containsExactly(
                        "Connection",
                        "Content-Length",
                        "Content-MD5",
                        "Expect",
                        "Max-Forwards",
                        "Proxy-Authenticate",
                        "Server",
                        "TE",
                        "Trailer",
                        "Transfer-Encoding",
                        "Upgrade",
                        "WWW-Authenticate");
    }

    @Test
    void aClientGetsTheseUnderAnotherName() {
        List<String> renamed = List.of(
                "Authorization",
                "Connection",
                "Content-Length",
                "Content-MD5",
                "Date",
                "Expect",
                "Host",
                "Max-Forwards",
                "Proxy-Authenticate",
                "Server",
                "Trailer",
                "Upgrade",
                "User-Agent",
                "WWW-Authenticate");
        for (String name : RESERVED) {
            String expected = renamed.contains(name) ? "x-amzn-Remapped-" + name : name;
            assertThat(ResponseHeaders.nameForClient(name))
                    .isEqualTo(name.equals("Transfer-Encoding") ? null : expected);
        }
        assertThat(ResponseHeaders.nameForClient("x-amzn-requestid")).isEqualTo("x-amzn-Remapped-x-amzn-requestid");
    }

    @Test
    void aSignatureIsForTheGatewayAloneAndOtherAuthorizationsPass() {
        MultiMap from = MultiMap.caseInsensitiveMultiMap()
                .add("authorization", "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/execute-api/aws4_request")
                .add("X-Signature", "AWS4-HMAC-SHA256 x");
        MultiMap to = MultiMap.caseInsensitiveMultiMap();
        RequestHeaders.forward(from, to);
        assertThat(to.names()).containsExactly("X-Signature");
        RequestHeaders.forward(MultiMap.caseInsensitiveMultiMap().add("Authorization", "Bearer t"), to);
        assertThat(to.get("Authorization")).isEqualTo("Bearer t");
    }

    @Test
    void aPassThroughDropsWhatConnectionNames() {
        MultiMap from = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "close, X-Hop")
                .add("x-hop", "1")
                .add("Keep-Alive", "timeout=5")
                .add("X-Hopper", "2");
        MultiMap to = MultiMap.caseInsensitiveMultiMap();
        RequestHeaders.forward(from, to);
        assertThat(to.names()).containsExactly("X-Hopper");
    }
}
