// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.BackendRequest;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Origin;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.streams.ReadStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of a backend by a name that moves: two servers on one port of two addresses of this machine. */
final class BackendNamesIT {
    private static final Duration TTL = Duration.ofMillis(200);

    private final Vertx vertx = Vertx.vertx();
    private volatile List<String> addresses = List.of("127.0.0.1");
    private final Names names = new Names(this::lookUp, TTL);
    private final VertxBackends backends =
            new VertxBackends(vertx, names, AddressOverrides.of(Map.of()), BackendOptions.defaults());
    private int port;

    private List<InetAddress> lookUp(String name) throws UnknownHostException {
        if (!name.equals("moving.example")) {
            throw new UnknownHostException(name);
        }
        return addresses.stream().map(InetAddress::ofLiteral).toList();
    }

    @BeforeEach
    void serve() throws Exception {
        port = listen("127.0.0.1", 0);
        listen("127.0.0.2", port);
    }

    private int listen(String address, int wanted) throws Exception {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.response().end(address + " " + request.getHeader("Host")));
        return server.listen(wanted, address)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        names.close();
    }

    private String call(String host) throws Exception {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        exchange.backendRequest(new BackendRequest(
                "POST", new Origin(false, host, port), "/x", MultiMap.caseInsensitiveMultiMap(), Buffer.buffer("b")));
        CompletableFuture<String> answered = new CompletableFuture<>();
        vertx.runOnContext(go -> backends.send(exchange, 5_000, true)
                .onSuccess(answer -> {
                    Buffer whole = Buffer.buffer();
                    ReadStream<Buffer> body = requireNonNull(answer.stream());
                    body.handler(whole::appendBuffer);
                    body.endHandler(end -> answered.complete(whole.toString()));
                    body.resume();
                })
                .onFailure(answered::completeExceptionally));
        return answered.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aNameThatMovesIsFollowedAlthoughConnectionsToItsOldAddressAreKept() throws Exception {
        assertThat(call("moving.example")).isEqualTo("127.0.0.1 moving.example:" + port);
        addresses = List.of("127.0.0.2");
        long moved = System.nanoTime();
        while (!call("moving.example").startsWith("127.0.0.2 ")) {
            assertThat(Duration.ofNanos(System.nanoTime() - moved)).isLessThan(TTL.multipliedBy(5));
        }
        assertThat(call("moving.example")).isEqualTo("127.0.0.2 moving.example:" + port);
    }

    @Test
    void anAddressThatRefusesIsSkippedWhateverTheCallIs() throws Exception {
        addresses = List.of("127.0.0.3", "127.0.0.2");
        assertThat(call("moving.example")).startsWith("127.0.0.2 ");
        assertThat(call("moving.example")).startsWith("127.0.0.2 ");
    }

    @Test
    void aNameThatNobodyKnowsIsANetworkFailureAtOnce() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> call("nowhere.example"))
                .cause()
                .isInstanceOfSatisfying(
                        FaultException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(FaultKind.INTEGRATION_FAILURE));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void addressesNeedNoLookup() throws Exception {
        assertThat(call("127.0.0.2")).isEqualTo("127.0.0.2 127.0.0.2:" + port);
    }
}
