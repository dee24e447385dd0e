// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came off the wire, as far as its signature covers it. Nothing may be decoded, normalised or reordered
 * before it gets here; each {@code char} stands for one byte that was received (ISO-8859-1, as Netty decodes).
 *
 * @param method the verb as received
 * @param rawPath the path as received, still percent-encoded, without the query
 * @param rawQuery what follows the first {@code ?}, still encoded, or null when there is none
 * @param headers all headers in the order received; an HTTP/2 {@code :authority} counts as {@code Host}
 * @param payloadSha256 lower-case hex SHA-256 of the body that was received, see {@link PayloadHash}
 */
public record SignedRequest(
        String method, String rawPath, @Nullable String rawQuery, List<Header> headers, String payloadSha256) {

    public SignedRequest {
        headers = List.copyOf(headers);
    }

    /**
     * One header line.
     *
     * @param name the name in any case
     * @param value the value as received, without the line end
     */
    public record Header(String name, String value) {

        boolean is(String otherName) {
            return name.equalsIgnoreCase(otherName);
        }
    }

    /** Method and path only: headers and query may hold a session token or a signature that is still valid. */
    @Override
    public String toString() {
        return "SignedRequest[" + method + " " + rawPath + "]";
    }
}
