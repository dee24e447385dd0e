// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.publish;

/** The source of publications cannot be read at the moment; what is served stays as it is. */
public final class PublicationsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublicationsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
