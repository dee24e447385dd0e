// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.patch.PatchOp;
import io.gatehouse.control.patch.PatchOperation;
import io.gatehouse.control.patch.PatchWording;
import java.util.List;

/** How AWS refuses patches of stages. The missing commas in its list of paths are its own. */
final class StageWording implements PatchWording {
    private static final String PATHS = "/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize,"
            + " /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn,"
            + " /accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled,"
            + " /{resourcePath}/{httpMethod}/logging/dataTrace, /{resourcePath}/{httpMethod}/logging/loglevel,"
            + " /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit"
            + "/{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled,"
            + " /{resourcePath}/{httpMethod}/caching/dataEncrypted,"
            + " /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl,"
            + " /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy,"
            + " /*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit"
            + " /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, /*/*/caching/enabled,"
            + " /*/*/caching/dataEncrypted, /*/*/caching/requireAuthorizationForCacheControl,"
            + " /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled";

    @Override
    public AwsException unknownPath(PatchOperation operation, List<String> paths) {
        if (PatchOp.COPY.wire().equals(operation.op())) {
            return wrongCopy(operation);
        }
        return BadRequestException.of(
                "Invalid method setting path: " + operation.path() + ". Must be one of: [" + PATHS + "]");
    }

    @Override
    public AwsException wrongOp(PatchOperation operation, List<PatchOp> allowed, List<String> paths) {
        // Paths that can only be removed are no paths at all to AWS when something else is asked of them.
        return allowed.equals(List.of(PatchOp.REMOVE)) || PatchOp.COPY.wire().equals(operation.op())
                ? unknownPath(operation, paths)
                : BadRequestException.of("Invalid " + operation.op() + " operation with path: " + operation.path());
    }

    /** Copying does nothing but promote a canary. */
    static AwsException wrongCopy(PatchOperation operation) {
        return BadRequestException.of("Invalid copy operation with path: " + operation.path() + " and from "
                + operation.from() + ". Valid copy:path are [/deploymentId, /variables] and valid copy:from are"
                + " [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]");
    }
}
