// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about its signature, read but not believed.
 *
 * @param query the request's query, already split
 * @param presigned whether the claim stands in the query instead of the Authorization header
 * @param algorithm the name of the algorithm
 * @param credential access key and scope, separated by slashes
 * @param signedHeaders the names of the signed headers, lower case, in the client's order
 * @param signature the signature as sent
 * @param date when the client says it signed
 * @param sessionToken the session token that came along, if any
 */
record Claim(
        RawQuery query,
        boolean presigned,
        String algorithm,
        String credential,
        List<String> signedHeaders,
        String signature,
        Instant date,
        @Nullable String sessionToken) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    static final String SIGNATURE_PARAMETER = "X-Amz-Signature";
    private static final int LONGEST_HEADER = 16_384;

    static Claim read(List<SignedRequest.Header> headers, @Nullable String rawQuery) throws RefusedException {
        Headers.check(headers);
        RawQuery query = RawQuery.read(rawQuery);
        String authorization = Headers.single(headers, "Authorization");
        boolean presigned = query.has("X-Amz-Algorithm");
        if (authorization != null && presigned) {
            throw RefusedException.invalid(
                    "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
        }
        if (presigned) {
            return fromQuery(query);
        }
        if (authorization == null || authorization.isBlank()) {
            throw new RefusedException(Verdict.Kind.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token");
        }
        return fromHeader(authorization, headers, query);
    }

    private static Claim fromHeader(String authorization, List<SignedRequest.Header> headers, RawQuery query)
            throws RefusedException {
        if (authorization.length() > LONGEST_HEADER) {
            throw RefusedException.invalid("The Authorization header is too large to be verified.");
        }
        String[] pieces = authorization.strip().split("[, \t]+");
        Map<String, String> parts = parts(authorization, pieces);
        String amzDate = Headers.single(headers, "X-Amz-Date");
        String httpDate = amzDate == null ? Headers.single(headers, "Date") : null;
        StringBuilder missing = new StringBuilder();
        for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
            if (!parts.containsKey(name)) {
                missing.append("Authorization header requires '").append(name).append("' parameter. ");
            }
        }
        if (amzDate == null && httpDate == null) {
            missing.append("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
        }
        if (!missing.isEmpty()) {
            throw RefusedException.incomplete(missing + "(Hashed with SHA-256 and encoded with Base64) Authorization="
                    + fingerprint(authorization));
        }
        Instant date = amzDate != null ? AmzDate.read(amzDate) : AmzDate.readHttpDate(String.valueOf(httpDate));
        List<String> signed = Headers.signedNames(parts.getOrDefault("SignedHeaders", ""));
        String credential = parts.getOrDefault("Credential", "");
        String signature = parts.getOrDefault("Signature", "");
        String token = Headers.single(headers, "X-Amz-Security-Token");
        return new Claim(query, false, pieces[0], credential, signed, signature, date, token);
    }

    private static Map<String, String> parts(String authorization, String[] pieces) throws RefusedException {
        if (pieces[0].indexOf('=') >= 0) {
            throw RefusedException.incomplete(
                    "Authorization header must begin with the algorithm name, which cannot include an equal-sign");
        }
        Map<String, String> parts = new HashMap<>();
        for (int i = 1; i < pieces.length; i++) {
            int equals = pieces[i].indexOf('=');
            if (equals < 0) {
                throw RefusedException.incomplete("Invalid key=value pair (missing equal-sign) in Authorization header"
                        + " (hashed with SHA-256 and encoded with Base64): '" + fingerprint(authorization) + "'.");
            }
            if (parts.put(pieces[i].substring(0, equals), pieces[i].substring(equals + 1)) != null) {
                throw RefusedException.incomplete("Authorization header requires each parameter only once."
                        + " (Hashed with SHA-256 and encoded with Base64) Authorization=" + fingerprint(authorization));
            }
        }
        return parts;
    }

    private static Claim fromQuery(RawQuery query) throws RefusedException {
        List<String> names = List.of(
                "X-Amz-Algorithm", "X-Amz-Credential", SIGNATURE_PARAMETER, "X-Amz-SignedHeaders", "X-Amz-Date");
        List<String> values = new ArrayList<>(names.size());
        StringBuilder missing = new StringBuilder();
        for (String name : names) {
            String value = query.single(name);
            if (value == null || value.isEmpty()) {
                missing.append("AWS query-string parameters must include '")
                        .append(name)
                        .append("'. ");
            }
            values.add(value == null ? "" : value);
        }
        if (!missing.isEmpty()) {
            throw RefusedException.incomplete(missing + "Re-examine the query-string parameters.");
        }
        Instant date = AmzDate.read(values.get(4));
        List<String> signed = Headers.signedNames(values.get(3));
        String token = query.single("X-Amz-Security-Token");
        return new Claim(query, true, values.get(0), values.get(1), signed, values.get(2), date, token);
    }

    /** The scope, if algorithm and credential can be read and this is a scope for the service and region (null: for any). */
    CredentialScope scope(@Nullable String service, @Nullable String region) throws RefusedException {
        if (!algorithm.equals(ALGORITHM)) {
            throw RefusedException.incomplete("Unsupported AWS 'algorithm': '" + RefusedException.quote(algorithm)
                    + "' (only AWS4-HMAC-SHA256 for now). ");
        }
        String[] parts = credential.split("/", 6);
        if (parts.length != 5 || !AccessKeys.isWellFormed(parts[0])) {
            throw RefusedException.incomplete("Credential must have exactly 5 slash-delimited elements, e.g."
                    + " keyid/date/region/service/term, got '" + RefusedException.quote(credential) + "'");
        }
        String text = AmzDate.text(date);
        String day = text.substring(0, 8);
        StringBuilder faults = new StringBuilder();
        if (parts[2].isEmpty() || (region != null && !region.equals(parts[2]))) {
            faults.append("Credential should be scoped to a valid region. ");
        }
        if (service != null && !service.equals(parts[3])) {
            faults.append("Credential should be scoped to correct service: '" + service + "'. ");
        }
        if (!parts[4].equals(CredentialScope.TERMINATOR)) {
            faults.append("Credential should be scoped with a valid terminator: 'aws4_request', not '"
                    + RefusedException.quote(parts[4]) + "'. ");
        }
        if (!parts[1].equals(day)) {
            faults.append("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + RefusedException.quote(parts[1]) + "' != '" + day + "', from '" + text + "'. ");
        }
        if (!faults.isEmpty()) {
            throw RefusedException.invalid(faults.toString());
        }
        return new CredentialScope(parts[0], parts[1], parts[2], parts[3]);
    }

    private static String fingerprint(String authorization) {
        return Base64.getEncoder().encodeToString(Sha256.digest(authorization.getBytes(StandardCharsets.UTF_8)));
    }
}
