package io.overture.attack;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;

/** Three hundred requests that are begun and never go on. */
record HalfHeaders(URI base, Duration idle) implements Attack {

    private static final int MANY = 300;
    private static final Duration SLACK = Duration.ofSeconds(10);

    @Override
    public String name() {
        return MANY + " half headers";
    }

    @Override
    public String before() {
        return "stood for half an hour";
    }

    @Override
    public Outcome run() throws IOException {
        var peers = new ArrayList<Peer>();
        try {
            for (int i = 0; i < MANY; i++) {
                var peer = new Peer(base);
                peers.add(peer);
                peer.says("POST /v1/beacons HTTP/1.1\r\nHost: here\r\nContent-");
            }
            long begun = System.nanoTime();
            long end = begun + idle.plus(SLACK).toNanos();
            long left = peers.stream()
                    .filter(peer -> !peer.isHungUpOn(Duration.ofNanos(Math.max(1, end - System.nanoTime()))))
                    .count();
            long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            return new Outcome("%d left after %d s".formatted(left, seconds), left == 0);
        } finally {
            for (var peer : peers) {
                peer.close();
            }
        }
    }
}
