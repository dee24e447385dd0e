// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address a request counts for; the peer is {@code 10.0.0.1}, a proxy, as are {@code 10/8} and {@code fd00::/8}. */
final class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8", " fd00::/8", "192.0.2.7"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9                              | 203.0.113.9",
                "203.0.113.9, 10.1.2.3                    | 203.0.113.9",
                "203.0.113.9, 10.1.2.3, 192.0.2.7         | 203.0.113.9",
                // What stands before the last stranger may be anybody's invention.
                "127.0.0.1, 203.0.113.9                   | 203.0.113.9",
                "10.9.9.9, 203.0.113.9, 10.1.2.3          | 203.0.113.9",
                "203.0.113.9, 198.51.100.4                | 198.51.100.4",
                // Proxies all the way: the first of them.
                "10.3.3.3, 10.2.2.2                       | 10.3.3.3",
                "203.0.113.9:52314                        | 203.0.113.9",
                "2001:db8::1                              | 2001:db8::1",
                "[2001:db8::1]:443                        | 2001:db8::1",
                "[2001:db8::1]                            | 2001:db8::1",
                "2001:db8::1, fd00::5                     | 2001:db8::1",
                "203.0.113.9 , 10.1.2.3                   | 203.0.113.9",
                // Nonsense ends the list: what is before it was not written by a proxy.
                "203.0.113.9, unknown, 10.1.2.3           | 10.1.2.3",
                "203.0.113.9, , 10.1.2.3                  | 10.1.2.3",
                "203.0.113.9, <script>                    | 10.0.0.1",
                "203.0.113.9, 1.2.3                       | 10.0.0.1",
                "203.0.113.9, [2001:db8::1                | 10.0.0.1",
                "''                                       | 10.0.0.1",
            })
    void theClientIsTheLastThatIsNoProxy(String forwardedFor, String client) {
        assertThat(proxies.client("10.0.0.1", List.of(forwardedFor))).isEqualTo(client);
    }

    @Test
    void severalFieldsAreOneList() {
        assertThat(proxies.client("10.0.0.1", List.of("127.0.0.1", "203.0.113.9, 10.4.4.4", "10.5.5.5")))
                .isEqualTo("203.0.113.9");
        assertThat(proxies.client("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0,true",
        "10.255.255.255,true",
        "11.0.0.0,false",
        "192.0.2.7,true",
        "192.0.2.6,false",
        "fd12::1,true",
        "fe00::1,false",
        "::1,false"
    })
    void onlyThoseInARangeAreBelieved(String peer, boolean believed) throws Exception {
        assertThat(proxies.trusts(InetAddress.ofLiteral(peer))).isEqualTo(believed);
    }

    @Test
    void aRangeMayEndWithinAByteOrHoldEverybody() throws Exception {
        TrustedProxies odd = TrustedProxies.of(List.of("172.16.0.0/12"));
        assertThat(odd.trusts(InetAddress.ofLiteral("172.31.255.255"))).isTrue();
        assertThat(odd.trusts(InetAddress.ofLiteral("172.32.0.0"))).isFalse();
        TrustedProxies all = TrustedProxies.of(List.of("0.0.0.0/0"));
        assertThat(all.trusts(InetAddress.ofLiteral("203.0.113.9"))).isTrue();
        assertThat(all.trusts(InetAddress.ofLiteral("::1"))).isFalse();
        assertThat(TrustedProxies.NONE.trusts(InetAddress.ofLiteral("127.0.0.1")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "", "10.0.0.0/8/8", "::/129"})
    void whatIsNoRangeIsNamed(String text) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text.strip());
    }
}
