package io.overture.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visitor and the advisor she comes to speak with, each on a real socket:
 *
 * <pre>
 *   hello ─▶ three looks ─▶ invited, accepts ─▶ rings ─▶ claimed ─▶ joined ─▶ first word read ─▶ … ─▶ ended
 * </pre>
 */
final class Talk {

    private static final String TEXT = "Could it be had with the longer strap, and by the end of next week? ";

    private final Consoles consoles;
    private final Promise<Talk> begun = Promise.promise();
    private final Promise<Void> ended = Promise.promise();
    private final Writer visitor = new Writer("v", this::writes);
    private final Writer advisor = new Writer("a", this::says);
    private @Nullable WebSocket page;
    private @Nullable WebSocket console;
    private String id = "";
    private long acceptedAt;
    private long rungAfter;
    private long joinedAfter;

    Talk(Consoles consoles) {
        this.consoles = consoles;
    }

    /** Done once the advisor's first word was read. */
    Future<Talk> begin(Switchboard switchboard, String visitorsName) {
        return switchboard.page(this::pageHears).compose(opened -> {
            page = opened;
            opened.closeHandler(_ -> fail("her page was closed: " + opened.closeStatusCode()));
            opened.writeTextMessage(PageFrames.hello(visitorsName, "fr"));
            return begun.future();
        });
    }

    /** The advisor ends it; then the page is closed. */
    Future<Void> end() {
        toConsole(ConsoleFrames.end(id));
        return ended.future().compose(_ -> {
            if (page == null) {
                throw new IllegalStateException("not begun");
            }
            return page.close();
        });
    }

    List<Writer> writers() {
        return List.of(visitor, advisor);
    }

    /** Nanoseconds from writing that she accepts until an advisor's console read that it rings. */
    long rungAfter() {
        return rungAfter;
    }

    /** Nanoseconds from writing that she accepts until the advisor, who claims at once, read that it is hers. */
    long joinedAfter() {
        return joinedAfter;
    }

    private void pageHears(String text) {
        var frame = new JsonObject(text);
        switch (frame.getString("type")) {
            case "welcome" -> toPage(PageFrames.looks(1, "sizing", "materials", "provenance"));
            case "ack" -> visitor.acknowledged(frame.getString("id", ""));
            case "invitation" -> accept(frame.getString("id"));
            case "message" -> {
                if (frame.getString("from").equals("advisor")) {
                    advisor.read(frame.getString("id"));
                }
            }
            case "error" -> fail("her page heard " + text);
            default -> {}
        }
    }

    private void accept(String invitation) {
        if (id.isEmpty()) {
            id = invitation;
            consoles.listen(invitation, this::consoleHears);
            acceptedAt = System.nanoTime();
            toPage(PageFrames.accepts(invitation));
        }
    }

    private void consoleHears(JsonObject frame, WebSocket at) {
        switch (frame.getString("type")) {
            case "ring" -> {
                if (console == null) {
                    rungAfter = System.nanoTime() - acceptedAt;
                    console = at;
                    toConsole(ConsoleFrames.claim(id));
                }
            }
            case "talk" -> {
                if (joinedAfter == 0) {
                    joinedAfter = System.nanoTime() - acceptedAt;
                    // Who claims and says nothing is relieved after a while.
                    advisor.say(_ -> begun.tryComplete(this));
                }
            }
            case "message" -> {
                if (frame.getString("from").equals("visitor")) {
                    visitor.read(frame.getString("id"));
                }
            }
            case "ack" -> {
                var asked = ConsoleFrames.asked(frame);
                advisor.acknowledged(asked);
                if (asked.equals("end")) {
                    ended.tryComplete();
                }
            }
            case "error" -> fail("the console heard " + frame.encode());
            default -> {}
        }
    }

    private void writes(String message) {
        toPage(PageFrames.message(id, message, TEXT + message));
    }

    private void says(String message) {
        toConsole(ConsoleFrames.say(id, message, TEXT + message));
    }

    private void toPage(String frame) {
        if (page == null) {
            throw new IllegalStateException("no page yet");
        }
        page.writeTextMessage(frame);
    }

    private void toConsole(String frame) {
        if (console == null) {
            throw new IllegalStateException("nobody claimed");
        }
        console.writeTextMessage(frame);
    }

    private void fail(String why) {
        begun.tryFail(why);
        ended.tryFail(why);
    }
}
