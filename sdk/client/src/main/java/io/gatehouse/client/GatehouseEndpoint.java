// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.client;

import java.net.URI;

/**
 * Where a Gatehouse answers and as whom it is called.
 *
 * <p>Region and account decide what a caller sees: each account and region holds its own APIs, as at AWS. An access key
 * of twelve digits is the account itself; any other key belongs to the account {@code 000000000000}.
 *
 * @param uri scheme, host and port of the management API, for example {@code http://127.0.0.1:4566}
 * @param region an AWS region name; it becomes part of the signature's credential scope
 * @param accessKeyId the access key that signs
 * @param secretAccessKey its secret; never part of {@link #toString()}
 */
public record GatehouseEndpoint(URI uri, String region, String accessKeyId, String secretAccessKey) {

    /** Refuses an address that names no host. */
    public GatehouseEndpoint {
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("An endpoint needs a scheme and a host, but got " + uri);
        }
    }

    /** The endpoint with the development defaults: region {@code us-east-1}, access key and secret {@code test}. */
    public static GatehouseEndpoint of(URI uri) {
        return new GatehouseEndpoint(uri, "us-east-1", "test", "test");
    }

    /** The same endpoint, called in another region. */
    public GatehouseEndpoint withRegion(String other) {
        return new GatehouseEndpoint(uri, other, accessKeyId, secretAccessKey);
    }

    /** The same endpoint, called with another key. */
    public GatehouseEndpoint withCredentials(String otherAccessKeyId, String otherSecretAccessKey) {
        return new GatehouseEndpoint(uri, region, otherAccessKeyId, otherSecretAccessKey);
    }

    @Override
    public String toString() {
        return uri + " in " + region + " as " + accessKeyId;
    }
}
