package io.overture.desk;

import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends holds whose time has come, and finds another advisor for those whose own is gone. Every node tries once a second
 * and one of them does it, so that it outlives any node. Whoever lost a slot is told, and told again until that succeeded.
 */
final class Reaper {

    static final Duration TICK = Duration.ofSeconds(1);
    /** A little less, so that a node whose clock runs slow does not wait for the next one. */
    private static final Duration PAUSE = Duration.ofMillis(900);

    private static final Logger LOG = Logger.getLogger(Reaper.class);

    private record Held(String offer, VisitorKey visitor, String wish) {}

    private final SlotScript script;
    private final Candidates candidates;
    private final Presence presence;
    private final Waiters waiters;
    private volatile @Nullable SlotListener listener;

    Reaper(SlotScript script, Candidates candidates, Presence presence, Waiters waiters) {
        this.script = script;
        this.candidates = candidates;
        this.presence = presence;
        this.waiters = waiters;
    }

    void tell(SlotListener whom) {
        listener = whom;
    }

    void tick() {
        presence.read()
                .chain(staff -> reap(PAUSE, staff))
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("slots not reaped: %s", failure.getMessage()));
    }

    /** @param pause since somebody last did; shorter: nothing happens */
    Uni<Void> reap(Duration pause, Staff staff) {
        return script.run("reap", SlotScript.ask().put("pause", pause.toMillis()))
                .chain(answer -> {
                    var work = Stream.of(
                                    Stream.of(waiters.cameFree(answer.list(0).texts())),
                                    adrift(answer.list(1)).map(each -> move(each, staff)),
                                    Stream.of(tell(answer.list(2))))
                            .flatMap(each -> each)
                            .toList();
                    return Uni.join().all(work).andCollectFailures().replaceWithVoid();
                });
    }

    private Uni<Void> move(Held held, Staff staff) {
        var ask = SlotScript.ask().put("offer", held.offer());
        candidates.addTo(ask, WishJson.read(held.visitor(), held.wish()), staff);
        return script.run("move", ask).chain(freed -> waiters.cameFree(freed.texts()));
    }

    private Uni<Void> tell(SlotScript.Answer lost) {
        var told = listener;
        if (told == null || lost.size() == 0) {
            return Uni.createFrom().voidItem();
        }
        var offers = IntStream.range(0, lost.size() / 2)
                .mapToObj(i -> told(told, lost.text(2 * i), VisitorKey.ofMember(lost.text(2 * i + 1))))
                .toList();
        return Uni.join().all(offers).andCollectFailures().replaceWithVoid();
    }

    private Uni<Void> told(SlotListener whom, String offer, VisitorKey visitor) {
        var ask = SlotScript.ask();
        ask.putArray("offers").add(offer);
        return whom.lost(visitor, offer).chain(() -> script.run("settle", ask)).replaceWithVoid();
    }

    private static Stream<Held> adrift(SlotScript.Answer answer) {
        return IntStream.range(0, answer.size() / 3)
                .mapToObj(i -> new Held(
                        answer.text(3 * i), VisitorKey.ofMember(answer.text(3 * i + 1)), answer.text(3 * i + 2)));
    }
}
