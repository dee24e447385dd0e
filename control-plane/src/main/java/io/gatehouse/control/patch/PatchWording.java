// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.aws.error.BadRequestException;
import java.util.List;
import java.util.stream.Collectors;

/** How a noun refuses an operation that its table does not have; AWS's nouns differ. */
public interface PatchWording {

    /**
     * No path of the table fits.
     *
     * @param operation what was asked
     * @param paths the paths on which this op is allowed, in the table's order; empty when the op is allowed nowhere
     */
    AwsException unknownPath(PatchOperation operation, List<String> paths);

    /**
     * The path fits and does not take this op.
     *
     * @param operation what was asked
     * @param allowed the ops that the path takes
     * @param paths the paths on which the op is allowed
     */
    AwsException wrongOp(PatchOperation operation, List<PatchOp> allowed, List<String> paths);

    /** Names the path whatever is wrong: {@code Invalid patch path /x}. */
    static PatchWording naming() {
        return new PatchWording() {
            @Override
            public AwsException unknownPath(PatchOperation operation, List<String> paths) {
                return BadRequestException.invalidPatchPath(String.valueOf(operation.path()));
            }

            @Override
            public AwsException wrongOp(PatchOperation operation, List<PatchOp> allowed, List<String> paths) {
                return BadRequestException.invalidPatchPath(String.valueOf(operation.path()));
            }
        };
    }

    /** Names an unknown path, and lists the ops when only the op is wrong: {@code ... Must be one of: [replace]}. */
    static PatchWording namingOps() {
        return new PatchWording() {
            @Override
            public AwsException unknownPath(PatchOperation operation, List<String> paths) {
                return BadRequestException.invalidPatchPath(String.valueOf(operation.path()));
            }

            @Override
            public AwsException wrongOp(PatchOperation operation, List<PatchOp> allowed, List<String> paths) {
                return invalidOp(allowed);
            }
        };
    }

    /** Lists the paths that the op may have; the two spaces are AWS's. */
    static PatchWording listing() {
        return new PatchWording() {
            @Override
            public AwsException unknownPath(PatchOperation operation, List<String> paths) {
                String advice = paths.isEmpty()
                        ? "Please choose supported operations"
                        : "Must be one of: [" + String.join(", ", paths) + "]";
                return BadRequestException.of("Invalid patch path  '" + operation.path() + "' specified for op '"
                        + operation.op() + "'. " + advice);
            }

            @Override
            public AwsException wrongOp(PatchOperation operation, List<PatchOp> allowed, List<String> paths) {
                return unknownPath(operation, paths);
            }
        };
    }

    /**
     * A text of the noun's own for unknown paths, which ends in a fixed list.
     *
     * @param prefix what stands before the path, such as {@code Invalid method setting path: }
     * @param suffix what follows the path
     */
    static PatchWording fixed(String prefix, String suffix) {
        return new PatchWording() {
            @Override
            public AwsException unknownPath(PatchOperation operation, List<String> paths) {
                return BadRequestException.of(prefix + operation.path() + suffix);
            }

            @Override
            public AwsException wrongOp(PatchOperation operation, List<PatchOp> allowed, List<String> paths) {
                return BadRequestException.of(
                        "Invalid " + operation.op() + " operation with path: " + operation.path());
            }
        };
    }

    /** {@code Invalid patch operation specified. Must be one of: [replace]}. */
    private static AwsException invalidOp(List<PatchOp> allowed) {
        return BadRequestException.of(allowed.stream()
                .map(PatchOp::wire)
                .collect(Collectors.joining(", ", "Invalid patch operation specified. Must be one of: [", "]")));
    }
}
