// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.gatehouse.contract.served.FaultKind;
import org.jspecify.annotations.Nullable;

/**
 * A refusal by the gateway itself. Carries no stack trace: it is an answer, not an accident.
 */
public final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FaultKind kind;
    private final @Nullable String errorType;
    private final @Nullable String logReason;
    private final @Nullable String violations;

    private FaultException(
            FaultKind kind,
            @Nullable String message,
            @Nullable String errorType,
            @Nullable String logReason,
            @Nullable String violations) {
        super(message, null, false, false);
        this.kind = kind;
        this.errorType = errorType;
        this.logReason = logReason;
        this.violations = violations;
    }

    /** A refusal in the kind's own words. */
    public static FaultException of(FaultKind kind) {
        return new FaultException(kind, null, null, null, null);
    }

    /** A refusal with a message of its own for the client. */
    public static FaultException of(FaultKind kind, String message) {
        return new FaultException(kind, message, null, null, null);
    }

    /**
     * A refusal whose error code is not the kind's own.
     *
     * @param errorType the code for {@code x-amzn-ErrorType}
     */
    public static FaultException of(FaultKind kind, String message, String errorType) {
        return new FaultException(kind, message, errorType, null, null);
    }

    /** A refusal in the kind's own words; the log alone learns the reason. */
    public static FaultException because(FaultKind kind, String logReason) {
        return new FaultException(kind, null, null, logReason, null);
    }

    /**
     * A refusal of what does not keep to a schema, in the kind's own words.
     *
     * @param violations what it does not keep to, for whoever asks for it
     */
    public static FaultException invalid(FaultKind kind, String violations) {
        return new FaultException(kind, null, null, null, violations);
    }

    public FaultKind kind() {
        return kind;
    }

    /** What the client is told; {@code null} for the kind's own words. */
    public @Nullable String clientMessage() {
        return getMessage();
    }

    /** The error code for the client; {@code null} for the kind's own. */
    public @Nullable String errorType() {
        return errorType;
    }

    /** What an operator has to know; never told to the client. */
    public @Nullable String logReason() {
        return logReason;
    }

    /** What a schema found wrong; {@code null} where none was asked. */
    public @Nullable String violations() {
        return violations;
    }
}
