package io.overture.demo.crowd;

import io.overture.demo.crowd.Story.Manner;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One member of the crowd, who plays story after story through a socket of her own. Everything of hers happens on one
 * event loop.
 *
 * <pre>
 *   resting ── comes ──▶ greeting ── welcome ──▶ acting ── last act, or the wire is gone ──▶ resting
 * </pre>
 */
final class Member {

    /** Before the next visit, when the service did not take this one. */
    private static final Duration DISCOURAGED = Duration.ofSeconds(5);
    /** Opens sockets to the service. */
    interface Dialler {
        Future<WebSocket> dial();
    }

    private final Supplier<Story> stories;
    private final Dialler dialler;
    private final Context context;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Set<Long> timers = new HashSet<>();
    private @Nullable WebSocket socket;
    private Story story;
    private String visitor = "";
    private String source = "";
    private int seq;
    private boolean acting;
    private boolean gone;

    Member(Supplier<Story> stories, Dialler dialler, Context context, InstantSource clock, Supplier<String> ids) {
        this.stories = stories;
        this.dialler = dialler;
        this.context = context;
        this.clock = clock;
        this.ids = ids;
        this.story = stories.get();
    }

    /** Comes in for the first time, after so long. */
    void begin(Duration after) {
        context.runOnContext(now -> later(after, this::come));
    }

    /** Leaves at once, and for good. */
    void leave() {
        context.runOnContext(now -> {
            gone = true;
            hangUp();
        });
    }

    private void come() {
        if (visitor.isEmpty() || !story.returns()) {
            visitor = ids.get();
        }
        source = ids.get().substring(0, 16);
        seq = 0;
        dialler.dial()
                .onComplete(dialled -> context.runOnContext(now -> {
                    if (dialled.succeeded()) {
                        greet(dialled.result());
                    } else {
                        rest(DISCOURAGED);
                    }
                }));
    }

    private void greet(WebSocket opened) {
        if (gone) {
            opened.close();
            return;
        }
        socket = opened;
        opened.textMessageHandler(text -> heard(new JsonObject(text)));
        opened.closeHandler(closed -> {
            if (socket == opened) {
                rest(DISCOURAGED);
            }
        });
        say(Tongue.hello(visitor, ids.get(), story.guise()));
    }

    private void heard(JsonObject frame) {
        switch (frame.getString("type", "")) {
            case "welcome" -> {
                if (!acting) {
                    acting = true;
                    act(0);
                }
            }
            case "invitation" -> consider(frame.getString("id"));
            case "go_away" -> rest(Duration.ofMillis(frame.getLong("reconnectAfter", DISCOURAGED.toMillis())));
            // Acknowledgements and the like: nothing a passer-by would act upon.
            default -> {}
        }
    }

    private void act(int at) {
        if (at == story.acts().size()) {
            rest(story.rest());
            return;
        }
        var act = story.acts().get(at);
        later(act.after(), () -> {
            say(Tongue.beacon(source, ++seq, clock.instant(), act.deed()));
            act(at + 1);
        });
    }

    private void consider(String invitation) {
        var reply = story.reply();
        later(reply.glance(), () -> {
            say(Tongue.answer(invitation, "shown"));
            if (reply.manner() != Manner.LETS_IT_PASS) {
                later(reply.thought(), () -> say(Tongue.answer(invitation, word(reply.manner()))));
            }
        });
    }

    private static String word(Manner manner) {
        return switch (manner) {
            case DECLINES -> "declined";
            case DISMISSES -> "dismissed";
            case LETS_IT_PASS -> throw new IllegalArgumentException("who lets it pass says nothing");
        };
    }

    private void rest(Duration time) {
        hangUp();
        story = stories.get();
        later(time, this::come);
    }

    private void hangUp() {
        timers.forEach(timer -> context.owner().cancelTimer(timer));
        timers.clear();
        acting = false;
        var open = socket;
        socket = null;
        if (open != null && !open.isClosed()) {
            open.close();
        }
    }

    private void say(JsonObject frame) {
        if (socket != null && !socket.isClosed()) {
            socket.writeTextMessage(frame.encode());
        }
    }

    private void later(Duration time, Runnable what) {
        if (gone) {
            return;
        }
        long[] timer = new long[1];
        timer[0] = context.owner().setTimer(Math.max(1, time.toMillis()), fired -> {
            timers.remove(timer[0]);
            what.run();
        });
        timers.add(timer[0]);
    }
}
