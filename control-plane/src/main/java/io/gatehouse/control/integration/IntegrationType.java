// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

/** The kinds of integrations. Source: developer guide, "Choose an API Gateway API integration type". */
enum IntegrationType {
    HTTP,
    MOCK,
    AWS_PROXY,
    HTTP_PROXY,
    AWS;

    /** Whether there is something behind it that is called. */
    boolean callsBackend() {
        return this != MOCK;
    }

    /** Whether an HTTP server is behind it. */
    boolean http() {
        return this == HTTP || this == HTTP_PROXY;
    }
}
