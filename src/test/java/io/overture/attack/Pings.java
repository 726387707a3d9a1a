package io.overture.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Pings as fast as they go, whose pongs nobody reads. */
record Pings(URI base, String path, String protocols, String authorization) implements Attack {

    private static final int MANY = 320_000;
    private static final int PAYLOAD = 125;
    private static final byte PING = (byte) 0x89;
    private static final byte MASKED = (byte) 0x80;
    private static final int MASK_BYTES = 4;

    @Override
    public String name() {
        return "40 MB of pings at " + path;
    }

    @Override
    public String before() {
        return "36 MB of direct memory, for as long as it likes";
    }

    @Override
    public Outcome run() throws IOException {
        try (var peer = new Peer(base)) {
            peer.says(("GET %s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                            + "Sec-WebSocket-Protocol: %s\r\n%s\r\n")
                    .formatted(
                            path,
                            base.getAuthority(),
                            base,
                            protocols,
                            authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n"));
            var upgraded = peer.hears(Duration.ofSeconds(5)).startsWith("HTTP/1.1 101");
            int taken = peer.says(pings(), Duration.ofSeconds(20));
            var isGone = peer.isHungUpOn(Duration.ofSeconds(20));
            return new Outcome(
                    upgraded ? "hung up on after %,d kB".formatted(taken / 1024) : "not even let in",
                    upgraded && isGone);
        }
    }

    private static ByteBuffer pings() {
        var pings = ByteBuffer.allocate(MANY * (2 + MASK_BYTES + PAYLOAD));
        for (int i = 0; i < MANY; i++) {
            pings.put(PING).put((byte) (MASKED | PAYLOAD)).put(new byte[MASK_BYTES + PAYLOAD]);
        }
        return pings.flip();
    }
}
