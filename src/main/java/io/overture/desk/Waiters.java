package io.overture.desk;

import io.overture.offer.Wish;
import io.overture.roster.Desks;
import io.overture.roster.Roster;
import io.overture.roster.Seat;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Wakes who waits for a slot when one comes free: the heaviest whom the advisor could serve, and no more of them than there
 * are slots. Waking is a courtesy that may be lost with a node; a moment that still holds is looked at again anyway.
 */
final class Waiters {

    /** How many of those who wait are looked at for one whom she fits. */
    private static final int MOST_LOOKED_AT = 200;

    private record Waiting(VisitorKey visitor, Wish wish) {}

    private final SlotScript script;
    private final Roster roster;
    private final InstantSource clock;
    private volatile @Nullable SlotListener listener;

    Waiters(SlotScript script, Roster roster, InstantSource clock) {
        this.script = script;
        this.roster = roster;
        this.clock = clock;
    }

    void tell(SlotListener whom) {
        listener = whom;
    }

    /** Each of these advisors, as often as she is named, has a slot more than before. */
    Uni<Void> cameFree(List<String> advisors) {
        var slots = new HashMap<String, Integer>();
        advisors.forEach(each -> slots.merge(each, 1, Integer::sum));
        return wake(slots);
    }

    /** These advisors are there now, with what slots they have. */
    Uni<Void> slotsAt(Collection<String> advisors, Staff staff) {
        var slots = new HashMap<String, Integer>();
        for (var id : advisors) {
            roster.inForce().advisor(id).ifPresent(seat -> slots.put(id, staff.free(seat.advisor())));
        }
        return wake(slots);
    }

    private Uni<Void> wake(Map<String, Integer> slots) {
        var told = listener;
        if (told == null || slots.values().stream().allMatch(each -> each <= 0)) {
            return Uni.createFrom().voidItem();
        }
        return script.run("waiting", SlotScript.ask().put("most", MOST_LOOKED_AT))
                .map(Waiters::waiting)
                .map(waiting -> choose(waiting, slots))
                .chain(chosen -> {
                    if (chosen.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    var ask = SlotScript.ask();
                    var visitors = ask.putArray("visitors");
                    chosen.forEach(each -> visitors.add(each.member()));
                    return script.run("wake", ask)
                            .invoke(woken -> told.free(woken.texts().stream()
                                    .map(VisitorKey::ofMember)
                                    .toList()))
                            .replaceWithVoid();
                });
    }

    private List<VisitorKey> choose(List<Waiting> waiting, Map<String, Integer> slots) {
        var desks = roster.inForce();
        var left = new HashMap<>(slots);
        var chosen = new ArrayList<VisitorKey>();
        for (var each : waiting) {
            if (takes(each.wish(), desks, left)) {
                chosen.add(each.visitor());
            }
        }
        return chosen;
    }

    private boolean takes(Wish wish, Desks desks, Map<String, Integer> left) {
        // Empty desks are left to those who cover them: whoever came free is among these then.
        var fitting = desks.candidates(wish, clock.instant(), desk -> false, (_, _) -> 0).stream()
                .map(Seat::advisor)
                .filter(advisor -> left.getOrDefault(advisor.id(), 0) > 0)
                .findFirst();
        fitting.ifPresent(advisor -> left.merge(advisor.id(), -1, Integer::sum));
        return fitting.isPresent();
    }

    private static List<Waiting> waiting(SlotScript.Answer answer) {
        return IntStream.range(0, answer.size() / 2)
                .mapToObj(i -> {
                    var visitor = VisitorKey.ofMember(answer.text(2 * i));
                    return new Waiting(visitor, WishJson.read(visitor, answer.text(2 * i + 1)));
                })
                .toList();
    }
}
