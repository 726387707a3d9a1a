package io.overture.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** Visitors who matter and stay: each has a page open and a moment, and is invited by nobody. */
final class Crowd implements AutoCloseable {

    /** One of them. Acknowledgements after the first are of no concern. */
    private static final class Guest {
        private final Promise<Guest> isHere = Promise.promise();
        private WebSocket page;
        private int seq = 1;

        Future<Guest> comes(Switchboard switchboard, String name) {
            return switchboard.page(this::hears).compose(opened -> {
                page = opened;
                opened.closeHandler(_ -> isHere.tryFail("a page was closed: " + opened.closeStatusCode()));
                opened.writeTextMessage(PageFrames.hello(name, PageFrames.UNINVITED));
                return isHere.future();
            });
        }

        private void hears(String text) {
            switch (new JsonObject(text).getString("type")) {
                case "welcome" -> page.writeTextMessage(PageFrames.looks(seq, "sizing", "materials", "provenance"));
                case "ack" -> isHere.tryComplete(this);
                default -> {}
            }
        }

        void changes() {
            page.writeTextMessage(PageFrames.turnsTo(++seq));
        }

        Future<Void> leaves() {
            return page.close();
        }
    }

    private static final int A_SECOND = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Switchboard switchboard;
    private final List<Guest> guests;
    private int next;

    /** Returns when all are here. */
    Crowd(Switchboard switchboard, int size) {
        this.switchboard = switchboard;
        this.guests =
                switchboard.all(size, A_SECOND, PATIENCE, i -> new Guest().comes(switchboard, Switchboard.name(i)));
    }

    /** From now on, so many a second turn to another piece. Answers how to stop that. */
    Runnable changing(int perSecond) {
        return switchboard.often(perSecond, () -> {
            guests.get(next).changes();
            next = (next + 1) % guests.size();
        });
    }

    @Override
    public void close() {
        switchboard.run(
                PATIENCE, () -> Future.join(guests.stream().map(Guest::leaves).toList()));
    }
}
