// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that lines are appended to. One that was moved or removed is begun anew, so that rotation from outside works; one that has
 * grown to its bound is put aside as {@code NAME.1}, what was that becomes {@code NAME.2}, and so on.
 *
 * <pre>
 *   closed --write--> open --moved, removed or full--> closed
 *                      `-------------rest-------------^
 * </pre>
 */
final class LogFile implements LogOutput {
    private final Path path;
    private final LogLimits limits;
    private @Nullable FileChannel channel;
    private @Nullable Object key;
    private long size;

    LogFile(Path path, LogLimits limits) {
        this.path = path;
        this.limits = limits;
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        if (channel != null && !isStillThere()) {
            rest();
        }
        FileChannel open = channel == null ? open() : channel;
        if (size > 0 && size + length > limits.fileBytes()) {
            rest();
            putAside();
            open = open();
        }
        if (path.toFile().getUsableSpace() - length < limits.freeBytes()) {
            throw new IOException("fewer than " + limits.freeBytes() + " bytes would be left on the disk");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            size += open.write(buffer);
        }
    }

    private FileChannel open() throws IOException {
        Path directory = path.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        FileChannel opened = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        channel = opened;
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        key = attributes.fileKey();
        size = attributes.size();
        return opened;
    }

    private boolean isStillThere() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            // Somebody may have emptied it.
            size = attributes.size();
            return Objects.equals(key, attributes.fileKey());
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    private void putAside() throws IOException {
        if (limits.oldFiles() == 0) {
            Files.deleteIfExists(path);
            return;
        }
        for (int number = limits.oldFiles() - 1; number >= 1; number--) {
            Path older = old(number);
            if (Files.exists(older)) {
                Files.move(older, old(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(path, old(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path old(int number) {
        return path.resolveSibling(path.getFileName() + "." + number);
    }

    @Override
    public void rest() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
