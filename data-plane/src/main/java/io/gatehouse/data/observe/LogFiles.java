// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The logs of a data plane: each a file in one directory, by its name, all written by one thread. Two names that lead to one file are
 * one log.
 */
public final class LogFiles implements AutoCloseable {
    private final Path directory;
    private final LogLimits limits;
    private final LogWriter writer;
    private final Map<Path, LogSink> sinks = new ConcurrentHashMap<>();

    /**
     * @param directory made when the first line is written
     */
    public LogFiles(Path directory, LogLimits limits) {
        this.directory = directory;
        this.limits = limits;
        this.writer = new LogWriter(limits.waitingBytes());
    }

    /** The log of this name. Its parts, with slashes between them, are directories. */
    public LogSink named(String name) {
        return file(LogName.file(directory, name));
    }

    /** The log in this file. */
    public LogSink file(Path file) {
        return sinks.computeIfAbsent(file.toAbsolutePath().normalize(), path -> writer.sink(new LogFile(path, limits)));
    }

    /** The log on standard output. */
    public LogSink standardOutput() {
        return writer.sink(new LogStream(new FileOutputStream(FileDescriptor.out), "on standard output"));
    }

    /** How many entries were dropped since the start instead of written. */
    public long dropped() {
        return writer.dropped();
    }

    /** Writes what waits and closes every file. Lines that come later are dropped. */
    @Override
    public void close() {
        writer.close();
    }
}
