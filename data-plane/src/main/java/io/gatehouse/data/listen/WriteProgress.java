// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/** Whether a client reads what it is sent, seen from one look to the next. */
final class WriteProgress {
    private long pending;
    private long written = -1;

    /** Whether bytes wait to be taken and none has been since the last look. */
    boolean none(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        long nowPending = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        long nowWritten = buffer == null ? 0 : buffer.currentProgress();
        boolean none = nowPending > 0 && nowPending == pending && nowWritten == written;
        pending = nowPending;
        written = nowWritten;
        return none;
    }
}
