package io.overture.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Pipelined requests for the script, whose answers nobody reads. */
record UnreadAnswers(URI base) implements Attack {

    private static final byte[] REQUEST = "GET /overture.js HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(US_ASCII);
    private static final int REQUESTS = 500_000;
    /** What the kernel and the parser hold on the way; each byte of it would be two hundred and fifty of an answer. */
    private static final int MOST_TAKEN = 12 * 1024 * 1024;

    @Override
    public String name() {
        return "%,d pipelined requests, unread".formatted(REQUESTS);
    }

    @Override
    public String before() {
        return "each is answered: 5 GB wait to be read";
    }

    @Override
    public Outcome run() throws IOException {
        var requests = ByteBuffer.allocate(REQUEST.length * REQUESTS);
        for (int i = 0; i < REQUESTS; i++) {
            requests.put(REQUEST);
        }
        requests.flip();
        try (var peer = new Peer(base)) {
            int taken = peer.says(requests, Duration.ofSeconds(5));
            return new Outcome(
                    "%,d kB taken of %,d".formatted(taken / 1024, requests.limit() / 1024), taken < MOST_TAKEN);
        }
    }
}
