package io.overture.attack;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** A body of which a byte comes now and then. */
record SlowBody(URI base) implements Attack {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(500);

    @Override
    public String name() {
        return "a body, byte by byte";
    }

    @Override
    public String before() {
        return "as long as it liked";
    }

    @Override
    public Outcome run() throws IOException {
        try (var peer = new Peer(base)) {
            peer.says(
                    "POST /v1/beacons HTTP/1.1\r\nHost: here\r\nContent-Type: text/plain\r\nContent-Length: 9999\r\n\r\n");
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < PATIENCE.plus(SLACK).toNanos()) {
                peer.says("x");
                if (peer.isHungUpOn(STEP)) {
                    long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
                    return new Outcome("hung up after %d s".formatted(seconds), true);
                }
            }
            return new Outcome("still there", false);
        }
    }
}
