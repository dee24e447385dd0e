// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.control.aws.error.AuthenticationException;
import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.NotImplementedException;
import io.gatehouse.control.aws.error.RequestTooLargeException;
import io.gatehouse.control.aws.operation.Operation;
import org.jspecify.annotations.Nullable;

/** What an HTTP status of the layers below means to a client of AWS. */
final class Refusals {

    private Refusals() {}

    /**
     * The refusal behind a status that no operation chose.
     *
     * @param status 400 to 499
     * @param operation what was asked; absent when no operation has this verb and path
     */
    static AwsException ofStatus(int status, @Nullable Operation operation) {
        return switch (status) {
            case 404, 405 ->
                operation == null
                        ? AuthenticationException.missingToken()
                        : NotImplementedException.operation(operation.name());
            case 413, 414 -> RequestTooLargeException.body();
            default -> BadRequestException.of("Invalid request");
        };
    }
}
