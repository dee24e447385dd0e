// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/** Something named by the request does not exist for this caller; HTTP 404. */
public final class NotFoundException extends AwsException {

    private static final long serialVersionUID = 1L;

    private NotFoundException(String message) {
        super(404, "NotFoundException", message);
    }

    /** The refusal with AWS's text to the letter. */
    public static NotFoundException of(String message) {
        return new NotFoundException(message);
    }

    /** {@code Invalid <noun> identifier specified}; the noun as AWS spells it, such as {@code Resource}. */
    public static NotFoundException invalidIdentifier(String noun) {
        return of("Invalid " + noun + " identifier specified");
    }

    /** An unknown REST API, named with the account that asked for it. */
    public static NotFoundException restApi(String accountId, String restApiId) {
        return of("Invalid API identifier specified " + accountId + ":" + restApiId);
    }
}
