// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.net.impl.ConnectionBase;

/** Sets the watch over a connection that its protocol asks for. */
final class Watches {
    /** As at AWS (developer guide, "Amazon API Gateway quotas"). */
    static final int HTTP2_STREAMS = 128;

    /** What Vert.x calls its own handler. */
    private static final String HANDLER = "handler";

    private Watches() {}

    /**
     * @param underWay how many requests have been read on it already: none, or the one that is being handled
     * @return whether it speaks HTTP/2
     */
    static boolean place(ConnectionBase connection, ListenOptions options, int underWay) {
        ChannelPipeline pipeline = connection.channel().pipeline();
        if (pipeline.get(OpeningWatch.NAME) != null) {
            pipeline.remove(OpeningWatch.NAME);
        }
        Http2ConnectionHandler codec = pipeline.get(Http2ConnectionHandler.class);
        if (codec != null) {
            // The parser would hold clients to it only once they have agreed to it, which is up to them.
            codec.connection().remote().maxActiveStreams(HTTP2_STREAMS);
            pipeline.addBefore(HANDLER, Http2Watch.NAME, new Http2Watch(codec, options));
            return true;
        }
        pipeline.addBefore(HANDLER, Http1Watch.NAME, new Http1Watch(options, underWay));
        return false;
    }
}
