package io.overture.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Frames as fast as they go, which no message comes of and whose answers nobody reads.
 *
 * @param first what comes before, once
 * @param frame what is said over and over, as it is on the wire
 */
record SocketFlood(URI base, String path, String authorization, String what, String before, byte[] first, byte[] frame)
        implements Attack {

    private static final int BYTES = 40 * 1024 * 1024;
    private static final int PAYLOAD = 125;
    private static final byte PING = (byte) 0x89;
    private static final byte TEXT_UNFINISHED = 0x01;
    private static final byte CONTINUATION = 0x00;
    private static final byte MASKED = (byte) 0x80;
    private static final int MASK_BYTES = 4;

    static SocketFlood pings(URI base, String path, String authorization) {
        return new SocketFlood(
                base,
                path,
                authorization,
                "40 MB of pings",
                "36 MB of direct memory, for as long as it likes",
                new byte[0],
                frame(PING, PAYLOAD));
    }

    static SocketFlood fragments(URI base, String path, String authorization) {
        return new SocketFlood(
                base,
                path,
                authorization,
                "7 million empty fragments",
                "a quarter of a core, for as long as it likes",
                frame(TEXT_UNFINISHED, 1),
                frame(CONTINUATION, 0));
    }

    @Override
    public String name() {
        return what + " at " + path;
    }

    @Override
    public Outcome run() throws IOException {
        try (var peer = new Peer(base)) {
            peer.says(("GET %s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                            + "Sec-WebSocket-Protocol: overture.v1\r\n%s\r\n")
                    .formatted(
                            path,
                            base.getAuthority(),
                            base,
                            authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n"));
            var upgraded = peer.hears(Duration.ofSeconds(5)).startsWith("HTTP/1.1 101");
            int taken = peer.says(flood(), Duration.ofSeconds(20));
            var isGone = taken < BYTES && peer.isHungUpOn(Duration.ofSeconds(20));
            return new Outcome(
                    upgraded ? "hung up on after %,d kB".formatted(taken / 1024) : "not even let in",
                    upgraded && isGone);
        }
    }

    private ByteBuffer flood() {
        var flood = ByteBuffer.allocate(BYTES).put(first);
        while (flood.remaining() >= frame.length) {
            flood.put(frame);
        }
        return flood.flip();
    }

    private static byte[] frame(byte kind, int payload) {
        var frame = new byte[2 + MASK_BYTES + payload];
        frame[0] = kind;
        frame[1] = (byte) (MASKED | payload);
        return frame;
    }
}
