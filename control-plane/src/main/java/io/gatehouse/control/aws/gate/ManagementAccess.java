// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/** Who may call the management API: decided once from the address it listens on and the credentials it was given. */
public sealed interface ManagementAccess {

    /** Any call that carries a signature, whoever made it: only this machine can reach the port. */
    record AnySignedCall() implements ManagementAccess {
        @Override
        public String describe() {
            return "loopback: any signed call is accepted";
        }
    }

    /** Calls signed with the development key: access key {@code test}, secret {@code test}. */
    record DevelopmentKey() implements ManagementAccess {
        @Override
        public String describe() {
            return "signatures verified against the development key test/test (--credentials FILE for your own)";
        }
    }

    /**
     * Calls signed with a key of a file.
     *
     * @param file where the keys are
     */
    record KeysOfFile(Path file) implements ManagementAccess {
        @Override
        public String describe() {
            return "signatures verified against " + file;
        }
    }

    /** The rule in words, for the start block. */
    String describe();

    /** Credentials are verified wherever they are given; without them loopback is trusted and nothing else is. */
    static ManagementAccess of(String host, Optional<Path> credentials) {
        if (credentials.isPresent()) {
            return new KeysOfFile(credentials.get());
        }
        return isLoopback(host) ? new AnySignedCall() : new DevelopmentKey();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
