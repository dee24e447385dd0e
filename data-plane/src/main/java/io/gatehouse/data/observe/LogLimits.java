// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

/**
 * What logs may cost.
 *
 * @param fileBytes bytes of a file before it is put aside and a new one is begun
 * @param oldFiles how many of those put aside are kept, for each log
 * @param waitingBytes bytes of lines that may wait to be written; further ones are dropped
 * @param freeBytes bytes of the disk that are left free: no file grows once there are fewer
 */
public record LogLimits(long fileBytes, int oldFiles, long waitingBytes, long freeBytes) {
    private static final long MEBIBYTE = 1024 * 1024;

    /** Five files of 64 MiB at most for each log, 16 MiB of memory, 64 MiB of the disk left alone. */
    public static LogLimits defaults() {
        return new LogLimits(64 * MEBIBYTE, 4, 16 * MEBIBYTE, 64 * MEBIBYTE);
    }

    /** The same with other bounds of files. */
    public LogLimits withFiles(long bytes, int old) {
        return new LogLimits(bytes, old, waitingBytes, freeBytes);
    }
}
