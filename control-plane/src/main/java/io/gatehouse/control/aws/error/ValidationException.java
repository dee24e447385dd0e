// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

import java.util.List;

/** Members that break a constraint of the service model, all of them in one answer; HTTP 400. */
public final class ValidationException extends AwsException {

    private static final long serialVersionUID = 1L;

    private ValidationException(String message) {
        super(400, "ValidationException", message);
    }

    /**
     * One answer for all violations.
     *
     * @param violations each in AWS's words, such as {@code Value null at 'x' failed to satisfy constraint: ...}; not empty
     */
    public static ValidationException of(List<String> violations) {
        int count = violations.size();
        String head = count + (count == 1 ? " validation error" : " validation errors") + " detected: ";
        return new ValidationException(head + String.join("; ", violations));
    }
}
