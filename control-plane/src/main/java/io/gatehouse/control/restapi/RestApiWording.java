// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.patch.PatchOp;
import io.gatehouse.control.patch.PatchOperation;
import io.gatehouse.control.patch.PatchWording;
import java.util.List;

/**
 * How AWS refuses patches of REST APIs: as most nouns do, but for the members that are lists. Those name the same three ops
 * whatever they take.
 */
final class RestApiWording implements PatchWording {
    private final PatchWording usual = PatchWording.namingOps();

    @Override
    public AwsException unknownPath(PatchOperation operation, List<String> paths) {
        return usual.unknownPath(operation, paths);
    }

    @Override
    public AwsException wrongOp(PatchOperation operation, List<PatchOp> allowed, List<String> paths) {
        String path = String.valueOf(operation.path());
        if (path.startsWith("/endpointConfiguration/types/") || path.startsWith("/binaryMediaTypes/")) {
            return BadRequestException.of("Invalid patch operation specified. Must be 'add'|'remove'|'replace'");
        }
        return usual.wrongOp(operation, allowed, paths);
    }
}
