package io.overture.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Somebody who is never silent and never done: it begins something at each of some doors, reads no answer, and says a byte
 * more now and then.
 *
 * @param openings what each connection says at once
 * @param within the time in which it must have been hung up on
 */
record Drip(String name, String before, URI base, List<String> openings, Duration within) implements Attack {

    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final String FOREVER = "for as long as it likes";

    /** All of them, on a service that is patient with each part of a request for so long. */
    static List<Attack> all(URI base, Duration headers, Duration body, Duration answer) {
        return List.of(
                new Drip(
                        "headers, byte by byte",
                        FOREVER,
                        base,
                        List.of(
                                "",
                                "POST /v1/beacons HTTP/1.1\r\nHost: here\r\nX-",
                                "PUT /v1/clients/x HTTP/1.1\r\nHost: here\r\nX-",
                                "GET /robots.txt HTTP/1.1\r\nHost: here\r\n\r\nGET /robots.txt HTTP/1.1\r\nX-"),
                        headers),
                new Drip(
                        "handshakes of sockets, byte by byte",
                        FOREVER,
                        base,
                        List.of(handshake("/v1/visitor"), handshake("/v1/advisor")),
                        headers),
                new Drip(
                        "bodies at the doors, byte by byte",
                        FOREVER,
                        base,
                        List.of(
                                post("POST", "/v1/beacons", "nobody"),
                                post("POST", "/v1/events", "shop"),
                                post("PUT", "/v1/clients/x", "shop"),
                                post("PUT", "/v1/desks", "lead"),
                                post("POST", "/v1/book/validate", "lead"),
                                post("POST", "/v1/events", "nobody"),
                                post("GET", "/robots.txt", "nobody")),
                        body),
                new Drip(
                        "answers nobody reads, byte by byte",
                        "75 s, or for as long as it likes",
                        base,
                        List.of("GET /overture.js HTTP/1.1\r\nHost: here\r\n\r\n".repeat(4_000)),
                        // What is looked at once has as long again.
                        answer.multipliedBy(2)));
    }

    private static String handshake(String path) {
        return "GET %s HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX-".formatted(path);
    }

    private static String post(String method, String path, String role) {
        var basic = Base64.getEncoder().encodeToString((role + ":" + role).getBytes(StandardCharsets.US_ASCII));
        return "%s %s HTTP/1.1\r\nHost: here\r\n%sContent-Type: %s\r\nContent-Length: 9999\r\n\r\n"
                .formatted(
                        method,
                        path,
                        role.equals("nobody") ? "" : "Authorization: Basic " + basic + "\r\n",
                        path.contains("book") || path.contains("desks") ? "application/yaml" : "application/json");
    }

    @Override
    public Outcome run() throws IOException {
        var peers = new ArrayList<Peer>();
        try {
            for (var opening : openings) {
                var peer = new Peer(base);
                peers.add(peer);
                peer.says(opening);
            }
            long begun = System.nanoTime();
            var left = new ArrayList<>(peers);
            while (!left.isEmpty()
                    && System.nanoTime() - begun < within.plus(SLACK).toNanos()) {
                left.removeIf(peer -> !peer.takes("x", STEP));
            }
            return new Outcome(
                    "%d of %d left after %d s"
                            .formatted(
                                    left.size(),
                                    peers.size(),
                                    Duration.ofNanos(System.nanoTime() - begun).toSeconds()),
                    left.isEmpty());
        } finally {
            for (var peer : peers) {
                peer.close();
            }
        }
    }
}
