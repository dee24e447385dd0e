// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.data.upstream.Names.Places;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is remembered of names, and for how long. */
@Timeout(20)
final class NamesTest {
    private static final Duration TTL = Duration.ofSeconds(10);

    private final Map<String, List<String>> hosts = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final CountDownLatch answering = new CountDownLatch(1);
    private final AtomicLong now = new AtomicLong();
    private final Names names = new Names(this::answer, TTL, now::get);

    private List<InetAddress> answer(String name) throws UnknownHostException {
        questions.incrementAndGet();
        try {
            answering.await();
        } catch (InterruptedException e) {
            throw new UnknownHostException("interrupted");
        }
        List<String> addresses = hosts.get(name);
        if (addresses == null) {
            throw new UnknownHostException(name);
        }
        return addresses.stream().map(InetAddress::ofLiteral).toList();
    }

    @AfterEach
    void close() {
        answering.countDown();
        names.close();
    }

    private static Places await(Future<Places> asked) throws Exception {
        return asked.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoeverAsksTogetherAsksOnceAndNobodyWaitsMeanwhile() throws Exception {
        hosts.put("a", List.of("192.0.2.1"));
        assertThat(names.known("a")).isNull();
        Future<Places> one = names.ask("a");
        Future<Places> two = names.ask("a");
        assertThat(one.isComplete() || two.isComplete()).isFalse();
        answering.countDown();

        assertThat(await(one)).isSameAs(await(two));
        assertThat(questions).hasValue(1);
        assertThat(names.known("a")).isSameAs(await(one));
    }

    @Test
    void anotherAddressIsFollowedOnceTheFirstIsNotFreshAnyMore() throws Exception {
        answering.countDown();
        hosts.put("a", List.of("192.0.2.1"));
        await(names.ask("a"));
        hosts.put("a", List.of("192.0.2.2"));
        assertThat(requireNonNull(names.known("a")).current()).isEqualTo("192.0.2.1");

        now.addAndGet(TTL.toNanos() * 5 / 4);
        assertThat(names.known("a")).as("used while it is asked for again").isNotNull();
        while (requireNonNull(names.known("a")).current().equals("192.0.2.1")) {
            Thread.onSpinWait();
        }
        assertThat(requireNonNull(names.known("a")).current()).isEqualTo("192.0.2.2");
    }

    @Test
    void whatNobodyHasAskedForALongTimeIsAskedForFirst() throws Exception {
        answering.countDown();
        hosts.put("a", List.of("192.0.2.1"));
        await(names.ask("a"));
        now.addAndGet(TTL.toNanos() * 5 / 2);
        assertThat(names.known("a")).isNull();
    }

    @Test
    void anOutageOfTheNameServiceIsNoneOfTheBackends() throws Exception {
        answering.countDown();
        hosts.put("a", List.of("192.0.2.1"));
        await(names.ask("a"));
        hosts.remove("a");
        now.addAndGet(TTL.toNanos() * 5 / 2);

        assertThat(await(names.ask("a")).current()).isEqualTo("192.0.2.1");
        Places known = names.known("a");
        assertThat(known).as("and nobody waits for the next failure").isNotNull();
        assertThatThrownBy(() -> await(names.ask("b")))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void anAddressThatDoesNotAnswerMakesRoomForTheNextAndStaysBehind() throws Exception {
        answering.countDown();
        hosts.put("a", List.of("192.0.2.1", "192.0.2.2"));
        Places places = await(names.ask("a"));
        places.leave("192.0.2.2");
        assertThat(places.current()).isEqualTo("192.0.2.1");
        places.leave("192.0.2.1");
        assertThat(places.current()).isEqualTo("192.0.2.2");

        now.addAndGet(TTL.toNanos() * 5 / 2);
        assertThat(await(names.ask("a")).current())
                .as("the same answer changes nothing")
                .isEqualTo("192.0.2.2");
    }
}
