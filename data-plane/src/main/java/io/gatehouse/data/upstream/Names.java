// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where backends' names are. Asks on threads of its own, since asking may block, and remembers the answer for a while:
 *
 * <pre>
 *   unknown --asked--> FRESH --ttl--> STALE (still used, asked again at the first use) --ttl--> unknown
 * </pre>
 *
 * When asking again fails, the last answer is used on for some minutes: an outage of the name servers is none of the
 * backends. Safe for all threads.
 */
public final class Names {
    private static final Logger LOG = Logger.getLogger(Names.class);
    private static final long OUTAGE_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int QUESTIONS_AT_A_TIME = 8;
    private static final int QUESTIONS_WAITING = 1_000;

    /** Path variables may stand in a host, so that clients choose among names without end. */
    private static final int REMEMBERED = 10_000;

    private final NameService service;
    private final long ttlNanos;
    private final LongSupplier nanos;
    private final ExecutorService asking;
    private final Map<String, Places> known = new ConcurrentHashMap<>();
    private final Map<String, Future<Places>> asked = new ConcurrentHashMap<>();

    /** The addresses of one name; which of them is used changes when it does not answer. */
    static final class Places {
        private final List<String> addresses;
        private final long asOf;
        private volatile long askAgainAt;
        private volatile boolean outage;
        private volatile int current;

        Places(List<String> addresses, long asOf, long askAgainAt) {
            this.addresses = addresses;
            this.asOf = asOf;
            this.askAgainAt = askAgainAt;
        }

        int size() {
            return addresses.size();
        }

        String current() {
            return addresses.get(current);
        }

        /** An address did not answer: the next one is used from now on. */
        void leave(String address) {
            if (current().equals(address)) {
                current = (current + 1) % addresses.size();
            }
        }
    }

    /**
     * @param ttl how long an answer is fresh
     */
    public Names(NameService service, Duration ttl) {
        this(service, ttl, System::nanoTime);
    }

    /**
     * @param nanos the time that answers grow old by
     */
    Names(NameService service, Duration ttl, LongSupplier nanos) {
        this.service = service;
        this.ttlNanos = ttl.toNanos();
        this.nanos = nanos;
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                QUESTIONS_AT_A_TIME,
                QUESTIONS_AT_A_TIME,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(QUESTIONS_WAITING),
                Thread.ofPlatform().name("gatehouse-names-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        this.asking = threads;
    }

    /** What is known of a name; {@code null} when it has to be asked for first. */
    @Nullable
    Places known(String name) {
        Places places = known.get(name);
        if (places == null) {
            return null;
        }
        long now = nanos.getAsLong();
        if (now - places.askAgainAt < 0) {
            return places;
        }
        long age = now - places.asOf;
        if (age > (places.outage ? OUTAGE_NANOS : 2 * ttlNanos)) {
            return null;
        }
        Future<Places> forTheNextCall = ask(name);
        return forTheNextCall.succeeded() ? forTheNextCall.result() : places;
    }

    /** Asks for a name, or joins those who have. Completes on any thread. */
    Future<Places> ask(String name) {
        Promise<Places> promise = Promise.promise();
        Future<Places> running = asked.putIfAbsent(name, promise.future());
        if (running != null) {
            return running;
        }
        try {
            asking.execute(() -> answer(name, promise));
        } catch (RejectedExecutionException tooMany) {
            asked.remove(name);
            promise.fail(new UnknownHostException(name + ": too many names are being looked up"));
        }
        return promise.future();
    }

    private void answer(String name, Promise<Places> promise) {
        long now = nanos.getAsLong();
        Places before = known.get(name);
        try {
            List<String> addresses = service.addresses(name).stream()
                    .map(InetAddress::getHostAddress)
                    .toList();
            Places places = new Places(addresses, now, now + ttlNanos);
            if (before != null && before.addresses.equals(addresses)) {
                places.current = before.current;
            }
            makeRoom();
            known.put(name, places);
            asked.remove(name);
            promise.complete(places);
        } catch (UnknownHostException | RuntimeException e) {
            asked.remove(name);
            if (before != null && now - before.asOf < OUTAGE_NANOS) {
                if (!before.outage) {
                    LOG.warnf("The name %s cannot be looked up, its last address is used on: %s", name, e.getMessage());
                }
                before.outage = true;
                before.askAgainAt = now + ASK_AGAIN_NANOS;
                promise.complete(before);
            } else {
                known.remove(name);
                promise.fail(e);
            }
        }
    }

    private void makeRoom() {
        if (known.size() >= REMEMBERED) {
            long now = nanos.getAsLong();
            known.values().removeIf(places -> now - places.askAgainAt > 0);
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
        }
    }

    /** Looks up nothing more. */
    public void close() {
        asking.shutdownNow();
    }
}
