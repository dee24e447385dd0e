// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text whose hash is signed (IAM User Guide, "Create a signed AWS API request"). Clients differ in how they write a path
 * or a query that is out of the ordinary; there is one text per way, seldom more than one in all and never more than twelve.
 */
final class CanonicalRequest {

    private static final int LONGEST_PATH = 16_384;

    private final SignedRequest request;
    private final Claim claim;

    CanonicalRequest(SignedRequest request, Claim claim) {
        this.request = request;
        this.claim = claim;
    }

    /** The hashes of the texts that a client may have signed, in lower-case hex, the likeliest first. */
    List<String> hashes() throws RefusedException {
        if (request.rawPath().length() > LONGEST_PATH) {
            throw RefusedException.invalid("The path is too long to be verified.");
        }
        Collection<String> paths = RawPath.canonicalForms(onlyBytes(request.rawPath()));
        Set<String> queries = claim.query().canonicalForms(claim.presigned() ? Claim.SIGNATURE_PARAMETER : null);
        List<String> tails = tails();
        List<String> hashes = new ArrayList<>(1);
        for (String path : paths) {
            for (String query : queries) {
                for (String tail : tails) {
                    hashes.add(Sha256.hexDigest(
                            onlyBytes(request.method()) + '\n' + path + '\n' + onlyBytes(query) + '\n' + tail));
                }
            }
        }
        return hashes;
    }

    private List<String> tails() throws RefusedException {
        String host = Headers.single(request.headers(), "Host");
        if (host == null) {
            host = Headers.single(request.headers(), ":authority");
        }
        if (host == null) {
            throw RefusedException.mismatch();
        }
        List<String> tails = new ArrayList<>(2);
        tails.add(tail(host));
        String bare = withoutDefaultPort(host);
        if (bare != null) {
            tails.add(tail(bare));
        }
        return tails;
    }

    private String tail(String host) throws RefusedException {
        List<SignedRequest.Header> onlyHost = List.of(new SignedRequest.Header("host", host));
        StringBuilder text = new StringBuilder(512);
        for (String name : claim.signedHeaders()) {
            Headers.appendCanonical(text, name.equals("host") ? onlyHost : request.headers(), name);
        }
        return text.append('\n')
                .append(onlyBytes(String.join(";", claim.signedHeaders())))
                .append('\n')
                .append(request.payloadSha256())
                .toString();
    }

    /** Some clients sign the host without the port that its scheme implies, and a proxy may add it; it is the same host. */
    private static @Nullable String withoutDefaultPort(String host) {
        for (String port : List.of(":80", ":443")) {
            if (host.endsWith(port)) {
                return host.substring(0, host.length() - port.length());
            }
        }
        return null;
    }

    private static String onlyBytes(String text) throws RefusedException {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF || text.charAt(i) == '\n') {
                throw RefusedException.mismatch();
            }
        }
        return text;
    }
}
