// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.http.HttpClosedException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ExecutionLogTest {
    private static final String WHO = "(request-1) API abc123, stage prod, GET /pets: ";

    private final List<String> lines = new ArrayList<>();
    private final Logger logger = Logger.getLogger("io.gatehouse.execution");
    private final Handler kept = new Handler() {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLevel() + " " + new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(kept);
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(kept);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }

    @Test
    void whatTheClientWasNotToldIsLoggedInOneLine() {
        end(FaultException.because(FaultKind.API_CONFIGURATION_ERROR, "Execution failed: a\r\nforged line"));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).contains(WHO + "Execution failed: a  forged line");
    }

    @Test
    void anAccidentIsAnError() {
        end(new IllegalStateException("a bug"));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).contains(WHO + "Execution failed due to an internal error");
    }

    @Test
    void aRefusalThatTheClientUnderstandsIsNotLogged() {
        end(FaultException.of(FaultKind.MISSING_AUTHENTICATION_TOKEN));
        assertThat(lines).isEmpty();
    }

    @Test
    void aClientThatLeavesIsNotLogged() {
        end(new ClosedChannelException());
        assertThat(lines).isEmpty();
    }

    @Test
    void anAnswerThatBreaksOffIsOneLineWithoutATrace() {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        Exchanges.answer(exchange).sendHead();
        exchange.refuse(new HttpClosedException("Connection was closed"), new ExecutionLog());
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .startsWith("WARN")
                .contains(WHO + "The backend's answer broke off: Connection was closed");
    }

    @Test
    void aSuccessIsNotLogged() {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        exchange.start(new ExecutionLog());
        assertThat(lines).isEmpty();
    }

    private static void end(Throwable failure) {
        Exchanges.of(FakeInbound.get("/pets")).refuse(failure, new ExecutionLog());
    }
}
