// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import org.jspecify.annotations.Nullable;

/**
 * One access key of one user. Its text form never shows the secret nor the token.
 *
 * @param accessKeyId the public half, no longer than 128 characters, without slash, comma or whitespace
 * @param secret the secret access key
 * @param accountId the twelve digits of the account that the key belongs to
 * @param user the user's name, last part of the user's ARN
 * @param sessionToken the token that requests with this key must bring; null for a long-term key, with which a request must
 *     bring none
 */
public record Credential(
        String accessKeyId,
        String secret,
        String accountId,
        String user,
        @Nullable String sessionToken) {

    public Credential {
        if (!AccessKeys.isWellFormed(accessKeyId)) {
            throw new IllegalArgumentException(
                    "an access key id is 1 to 128 printable characters without / , or space");
        }
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the secret access key is empty");
        }
        if (!AccessKeys.isAccountId(accountId)) {
            throw new IllegalArgumentException("the account id is not twelve digits");
        }
    }

    /** The ARN of the user, {@code arn:aws:iam::ACCOUNT:user/NAME}. */
    public String userArn() {
        return "arn:aws:iam::" + accountId + ":user/" + user;
    }

    @Override
    public String toString() {
        return "Credential[" + accessKeyId + " of " + userArn() + "]";
    }
}
