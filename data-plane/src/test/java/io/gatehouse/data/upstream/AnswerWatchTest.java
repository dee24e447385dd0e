// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a backend's silence ends its connection, and what of its answers is passed on. */
final class AnswerWatchTest {
    private static final long SILENCE_MILLIS = 40;

    private final EmbeddedChannel channel =
            new EmbeddedChannel(new AnswerWatch(TimeUnit.MILLISECONDS.toNanos(SILENCE_MILLIS)));

    private void pass(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            Thread.sleep(SILENCE_MILLIS / 2);
            channel.runScheduledPendingTasks();
        }
    }

    private void says(Object message) {
        channel.writeInbound(message);
    }

    private static DefaultHttpResponse head(int status) {
        return new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
    }

    @Test
    void howLongAHeadTakesIsNotItsBusiness() throws Exception {
        pass(6);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aBodyThatStopsComingEndsTheConnection() throws Exception {
        says(head(200));
        says(new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
        pass(6);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aBodyThatIsNotReadMayStop() throws Exception {
        says(head(200));
        channel.config().setAutoRead(false);
        pass(6);
        assertThat(channel.isOpen()).isTrue();

        channel.config().setAutoRead(true);
        pass(1);
        assertThat(channel.isOpen()).as("the time begins anew with reading").isTrue();
        pass(5);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void betweenAnswersAConnectionIsThePools() throws Exception {
        says(head(200));
        says(LastHttpContent.EMPTY_LAST_CONTENT);
        pass(6);
        assertThat(channel.isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 102, 103, 199})
    void interimAnswersAreKeptBack(int status) {
        says(head(status));
        says(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(channel.inboundMessages()).isEmpty();
        says(head(200));
        says(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(channel.inboundMessages()).hasSize(2);
    }
}
