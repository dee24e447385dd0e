// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.authorize;

import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.contract.sigv4.SignatureVerifier;
import io.gatehouse.contract.sigv4.SignedRequest;
import io.gatehouse.contract.sigv4.Verdict;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Inbound;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Verifies the signatures of exchanges, each for the region of its API. One for the whole data plane. */
public final class Signatures {
    private final Credentials credentials;
    private final Clock clock;
    private final Map<String, SignatureVerifier> byRegion = new ConcurrentHashMap<>();

    public Signatures(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** What becomes of the request's claim, given the hash of the body that was received. */
    Verdict verify(Exchange exchange, String payloadSha256) {
        String region = exchange.plan().api().identity().region();
        return byRegion.computeIfAbsent(region, name -> new SignatureVerifier("execute-api", name, credentials, clock))
                .verify(asSigned(exchange.inbound(), payloadSha256));
    }

    private static SignedRequest asSigned(Inbound inbound, String payloadSha256) {
        List<SignedRequest.Header> headers = new ArrayList<>();
        for (Map.Entry<String, String> header : inbound.headers()) {
            headers.add(new SignedRequest.Header(header.getKey(), header.getValue()));
        }
        return new SignedRequest(inbound.verb(), inbound.rawRequestPath(), inbound.rawQuery(), headers, payloadSha256);
    }
}
