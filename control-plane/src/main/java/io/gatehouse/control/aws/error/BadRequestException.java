// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/** A request that is well formed and yet asks for something that cannot be; HTTP 400. */
public final class BadRequestException extends AwsException {

    private static final long serialVersionUID = 1L;

    private BadRequestException(String message) {
        super(400, "BadRequestException", message);
    }

    /** The refusal with AWS's text to the letter. */
    public static BadRequestException of(String message) {
        return new BadRequestException(message);
    }

    /** A path that no patch table has, in the wording of most nouns. */
    public static BadRequestException invalidPatchPath(String path) {
        return of("Invalid patch path " + path);
    }

    /** A reference in the request's body to a noun that is not there, where AWS answers 400 and not 404. */
    public static BadRequestException invalidIdentifier(String noun) {
        return of("Invalid " + noun + " identifier specified");
    }
}
