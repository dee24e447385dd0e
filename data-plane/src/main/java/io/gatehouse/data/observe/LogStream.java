// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import java.io.IOException;
import java.io.OutputStream;

/** Lines to a stream that somebody else has opened, such as standard output. */
final class LogStream implements LogOutput {
    private final OutputStream stream;
    private final String name;

    LogStream(OutputStream stream, String name) {
        this.stream = stream;
        this.name = name;
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        stream.write(bytes, 0, length);
        stream.flush();
    }

    @Override
    public void rest() {}

    @Override
    public String toString() {
        return name;
    }
}
