// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The data directory while this process owns it. The owner holds a lock on the file {@code lock} in it; the operating system
 * releases that however the process ends, so a lock is never left behind. The file's text only tells people who the owner is.
 */
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the directory if need be and locks it.
     *
     * @param directory where the data is
     * @param owner what another process that wants the directory is told about this one
     * @throws StartRefusedException if another process has it, or it cannot be written to
     */
    static DataDirectory lock(Path directory, String owner) {
        Path path = directory.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = text(channel);
                channel.close();
                throw StartRefusedException.obstacle("the data directory " + path + " is in use by "
                        + (holder.isEmpty() ? "another Gatehouse" : holder)
                        + ": stop that one, or choose another directory with --data-dir.");
            }
            DataFormat.settle(path);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
            return new DataDirectory(path, channel);
        } catch (StartRefusedException refusal) {
            closeQuietly(channel);
            throw refusal;
        } catch (IOException e) {
            closeQuietly(channel);
            throw StartRefusedException.obstacle("cannot write to the data directory " + path + " (" + e
                    + "): make it writable, or choose another with --data-dir.");
        }
    }

    /** Absolute path of the directory. */
    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release " + path, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This very process holds it.
            return null;
        }
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(200);
        int read = channel.read(buffer, 0);
        return read <= 0 ? "" : new String(buffer.array(), 0, read, StandardCharsets.UTF_8).strip();
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // The directory is refused already; there is nothing more to say.
            }
        }
    }
}
