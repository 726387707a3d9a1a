package io.overture.desk;

import io.overture.roster.Advisor;
import io.overture.roster.Roster;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
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

    /** More advisors than this are not looked at again in one turn. */
    private static final int MOST_SERVED = 256;

    private interface Telling {
        Uni<Void> tell(SlotListener whom, VisitorKey visitor, String offer);
    }

    private record Held(String offer, VisitorKey visitor, String wish) {}

    private final SlotScript script;
    private final Candidates candidates;
    private final Roster roster;
    private final Presence presence;
    private final Waiters waiters;
    private volatile @Nullable SlotListener listener;

    Reaper(SlotScript script, Candidates candidates, Roster roster, Presence presence, Waiters waiters) {
        this.script = script;
        this.candidates = candidates;
        this.roster = roster;
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
                .chain(answer -> answer.number(0) == 1
                        ? work(answer, staff)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> work(SlotScript.Answer answer, Staff staff) {
        waiters.call(answer.list(4).texts());
        var told = all(Stream.concat(
                        told(answer.list(2), SlotListener::lost), told(answer.list(3), SlotListener::yielded)))
                .memoize()
                .indefinitely();
        // In this order: a hold whose advisor is gone may move to the slot that another gives back. Nobody waits longer
        // for
        // that than until the next turn.
        return told.ifNoItem()
                .after(TICK)
                .recoverWithUni(Uni.createFrom().voidItem())
                .onFailure()
                .recoverWithNull()
                .chain(() -> all(Stream.concat(
                        adrift(answer.list(1)).map(each -> move(each, staff)),
                        Stream.of(waiters.realign(staff), waiters.serve(withRoom(staff))))))
                .chain(() -> told);
    }

    /** Ends when all have ended, and fails if one did. */
    private static Uni<Void> all(Stream<Uni<Void>> parts) {
        var work = parts.toList();
        return work.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(work).andCollectFailures().replaceWithVoid();
    }

    /** What was lost on its way to those who wait is made good here. */
    private List<String> withRoom(Staff staff) {
        return roster.inForce().all().stream()
                .flatMap(desk -> desk.advisors().stream())
                .filter(advisor -> staff.isThere(advisor) && staff.free(advisor) > 0)
                .map(Advisor::id)
                .limit(MOST_SERVED)
                .toList();
    }

    private Uni<Void> move(Held held, Staff staff) {
        var ask = SlotScript.ask().put("offer", held.offer());
        candidates.addTo(ask, WishJson.read(held.visitor(), held.wish()), staff);
        return waiters.free("move", ask);
    }

    /** These offers give way for somebody: their visitors are told. */
    Uni<Void> tellYielded(SlotScript.Answer yielded) {
        return all(told(yielded, SlotListener::yielded));
    }

    private Stream<Uni<Void>> told(SlotScript.Answer offers, Telling how) {
        var whom = listener;
        return whom == null
                ? Stream.empty()
                : IntStream.iterate(0, i -> i < offers.size(), i -> i + 2)
                        .mapToObj(i -> how.tell(whom, VisitorKey.ofMember(offers.text(i + 1)), offers.text(i))
                                .chain(() ->
                                        waiters.free("settle", SlotScript.ask().put("offer", offers.text(i)))));
    }

    private static Stream<Held> adrift(SlotScript.Answer answer) {
        return IntStream.range(0, answer.size() / 3)
                .mapToObj(i -> new Held(
                        answer.text(3 * i), VisitorKey.ofMember(answer.text(3 * i + 1)), answer.text(3 * i + 2)));
    }
}
