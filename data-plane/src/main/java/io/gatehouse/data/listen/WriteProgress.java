// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/** Whether a client reads what it is sent, seen from one look to the next. */
final class WriteProgress {
    private long writes;
    private long pending;
    private long taken = -1;

    /** Something more is to be sent. */
    void wrote() {
        writes++;
    }

    /** Whether bytes wait to be taken and neither has any been since the last look, nor has one been added. */
    boolean none(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        long nowPending = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        long nowTaken = buffer == null ? 0 : buffer.currentProgress();
        boolean none = nowPending > 0 && nowPending == pending && nowTaken == taken && writes == 0;
        pending = nowPending;
        taken = nowTaken;
        writes = 0;
        return none;
    }
}
