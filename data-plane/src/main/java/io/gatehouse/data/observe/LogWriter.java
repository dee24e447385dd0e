// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * The one thread that writes logs, and the lines that wait for it. Those who write a line leave it in a queue and go on. The first
 * line after a rest wakes the thread; it then waits some milliseconds for others, so that many lines are written at once and the thread
 * is woken a hundred times a second at most.
 */
final class LogWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LogWriter.class);

    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long COMPLAIN_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Entries that are taken before everything is written that was. */
    private static final int ROUND = 10_000;

    /** Bytes of one log that are written at once. */
    private static final int BATCH = 256 * 1024;

    private final long waitingBytes;
    private final Queue<Entry> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicBoolean asleep = new AtomicBoolean();
    private final LongAdder dropped = new LongAdder();
    private final Set<Log> open = new LinkedHashSet<>();
    private final Thread thread;
    private volatile boolean closing;
    private long droppedTold;
    private long complained = System.nanoTime() - COMPLAIN_NANOS;

    /** Lines that wait. */
    private record Entry(Log log, byte[] lines) {}

    /**
     * Begins.
     *
     * @param waitingBytes bytes of lines that may wait
     */
    LogWriter(long waitingBytes) {
        this.waitingBytes = waitingBytes;
        this.thread = Thread.ofPlatform().name("gatehouse-logs").daemon().start(this::run);
    }

    /** Lines to this output, in the order in which each thread writes them. */
    LogSink sink(LogOutput output) {
        return new Log(output);
    }

    /** How many times lines were dropped since the start, since too much was waiting or they could not be written. */
    long dropped() {
        return dropped.sum();
    }

    private void offer(Log log, byte[] lines) {
        if (closing || waiting.addAndGet(lines.length) > waitingBytes) {
            waiting.addAndGet(-lines.length);
            dropped.increment();
            return;
        }
        queue.add(new Entry(log, lines));
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!closing) {
            rest();
            if (!closing) {
                LockSupport.parkNanos(GATHER_NANOS);
            }
            drain();
            tellDropped();
        }
        while (!queue.isEmpty()) {
            drain();
        }
        tellDropped();
        open.forEach(LogWriter::letGo);
    }

    /** Waits for a line. Files that nobody writes to are closed meanwhile. */
    private void rest() {
        asleep.set(true);
        while (queue.isEmpty() && !closing && asleep.get()) {
            if (open.isEmpty() && droppedTold == dropped.sum()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, IDLE_NANOS);
                if (queue.isEmpty()) {
                    open.forEach(LogWriter::letGo);
                    open.clear();
                    tellDropped();
                }
            }
        }
        asleep.set(false);
    }

    private void drain() {
        Entry next = queue.poll();
        for (int taken = 1; next != null; taken++) {
            next.log.add(next.lines);
            open.add(next.log);
            // A log with few lines does not wait for one that never stops.
            next = taken % ROUND == 0 ? null : queue.poll();
        }
        open.forEach(Log::flush);
    }

    private void tellDropped() {
        long now = dropped.sum();
        if (now > droppedTold && System.nanoTime() - complained >= COMPLAIN_NANOS) {
            complained = System.nanoTime();
            LOG.warnf(
                    "%d lines of access and execution logs were dropped, %d since the start: they come faster than they"
                            + " can be written, or cannot be written at all",
                    now - droppedTold, now);
            droppedTold = now;
        }
    }

    private static void letGo(Log log) {
        try {
            log.output.rest();
        } catch (IOException e) {
            LOG.warnf("The log %s cannot be closed: %s", log.output, e);
        }
    }

    /** Writes what waits, within some seconds. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(PATIENCE)) {
                LOG.warn("Logs cannot be written to; the lines that wait are lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One log. Everything but {@link #write} belongs to the writing thread. */
    private final class Log implements LogSink {
        private final LogOutput output;
        private byte[] batch = new byte[0];
        private int length;
        private long entries;
        private boolean failing;

        Log(LogOutput output) {
            this.output = output;
        }

        @Override
        public void write(byte[] lines) {
            offer(this, lines);
        }

        private void add(byte[] lines) {
            if (length > 0 && length + lines.length > BATCH) {
                flush();
            }
            if (length + lines.length > batch.length) {
                batch = Arrays.copyOf(batch, Math.max(Math.min(BATCH, 2 * batch.length), length + lines.length));
            }
            System.arraycopy(lines, 0, batch, length, lines.length);
            length += lines.length;
            entries++;
        }

        private void flush() {
            if (length == 0) {
                return;
            }
            try {
                output.write(batch, length);
                if (failing) {
                    failing = false;
                    LOG.infof("The log %s can be written again", output);
                }
            } catch (IOException e) {
                dropped.add(entries);
                letGo(this);
                if (!failing) {
                    failing = true;
                    LOG.errorf("The log %s cannot be written: %s. Its lines are dropped until it can", output, e);
                }
            }
            waiting.addAndGet(-length);
            length = 0;
            entries = 0;
            if (batch.length > BATCH) {
                batch = new byte[0];
            }
        }
    }
}
