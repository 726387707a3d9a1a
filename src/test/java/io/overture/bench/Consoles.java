package io.overture.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The consoles of a desk: each advisor is there, and what hers hears of a conversation goes to whom it concerns. */
final class Consoles implements AutoCloseable {

    /** Whom frames about a conversation concern. */
    @FunctionalInterface
    interface Ear {
        void hears(JsonObject frame, WebSocket console);
    }

    private static final int A_SECOND = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of no concern here, and many: not even parsed. */
    private static final List<String> OVERHEARD = List.of("{\"type\":\"boutique\"", "{\"type\":\"presence\"");

    private final Map<String, Ear> ears = new HashMap<>();
    private final Switchboard switchboard;
    private final List<WebSocket> sockets;

    /** Returns when all are available. */
    Consoles(Switchboard switchboard, int advisors) {
        this.switchboard = switchboard;
        this.sockets = switchboard.all(advisors, A_SECOND, PATIENCE, i -> open("bench%03d".formatted(i + 1)));
    }

    int size() {
        return sockets.size();
    }

    /** To be called on the thread of the sockets, as it calls the ear. */
    void listen(String conversation, Ear ear) {
        ears.put(conversation, ear);
    }

    private Future<WebSocket> open(String advisor) {
        var isThere = Promise.<WebSocket>promise();
        var socket = new WebSocket[1];
        return switchboard
                .console(advisor, text -> {
                    if (OVERHEARD.stream().noneMatch(text::startsWith)) {
                        hears(new JsonObject(text), socket[0], isThere);
                    }
                })
                .compose(opened -> {
                    socket[0] = opened;
                    opened.closeHandler(_ -> isThere.tryFail(advisor + " was shown out: " + opened.closeStatusCode()));
                    opened.writeTextMessage(ConsoleFrames.hello(advisor));
                    opened.writeTextMessage(ConsoleFrames.available());
                    return isThere.future();
                });
    }

    private void hears(JsonObject frame, WebSocket console, Promise<WebSocket> isThere) {
        if ("available".equals(frame.getString("ref"))) {
            isThere.tryComplete(console);
            return;
        }
        var ear = ears.get(ConsoleFrames.conversation(frame));
        if (ear != null) {
            ear.hears(frame, console);
        }
    }

    @Override
    public void close() {
        switchboard.run(
                PATIENCE,
                () -> Future.join(sockets.stream().map(WebSocket::close).toList()));
    }
}
