package io.overture.attack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A socket as a browser opens it, that reads all it is sent. */
final class Page implements WebSocket.Listener, AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder begun = new StringBuilder();
    private @Nullable WebSocket socket;

    private Page() {}

    static Page open(URI base, String path, Map<String, String> headers) {
        var page = new Page();
        var builder = HTTP.newWebSocketBuilder().subprotocols("overture.v1");
        headers.forEach(builder::header);
        page.socket = builder.buildAsync(URI.create("ws" + base.toString().substring("http".length()) + path), page)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return page;
    }

    /** A visitor nobody has seen, from that address, who has consented. */
    static Page ofStranger(URI base, String address) {
        var page = open(base, "/v1/visitor", Map.of("Origin", base.toString(), "X-Forwarded-For", address));
        page.says("""
                {"type": "hello", "site": "demo", "visitor": "%s", "session": "%s",
                 "consent": {"analytics_storage": "granted", "personalization_storage": "granted"}}""".formatted(id(), id()));
        page.hears("\"welcome\"");
        return page;
    }

    static String id() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    void says(String frame) {
        var open = socket;
        if (open != null) {
            open.sendText(frame, true).join();
        }
    }

    /** The next frame that has one of these words in it; empty when none came in time. */
    String hears(String... words) {
        return hears(PATIENCE, words);
    }

    String hears(Duration within, String... words) {
        long end = System.nanoTime() + within.toNanos();
        try {
            for (long left = within.toNanos(); left > 0; left = end - System.nanoTime()) {
                var frame = frames.poll(left, TimeUnit.NANOSECONDS);
                for (var word : words) {
                    if (frame != null && frame.contains(word)) {
                        return frame;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        begun.append(data);
        if (last) {
            frames.add(begun.toString());
            begun.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        var open = socket;
        if (open != null) {
            open.abort();
        }
    }
}
