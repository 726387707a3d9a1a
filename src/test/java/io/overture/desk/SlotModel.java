package io.overture.desk;

import io.overture.offer.Wish;
import io.overture.roster.Desk;
import io.overture.roster.Desks;
import io.overture.roster.Seat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What slots should do, said as plainly as can be, to hold the script against. */
final class SlotModel {

    record Held(String advisor, String tier, Instant ends) {}

    record Attended(String advisor, String tier) {}

    final Desks desks;
    final Map<String, Standing.State> states = new HashMap<>();
    final Map<String, Instant> reach = new HashMap<>();
    final Map<String, Held> holds = new HashMap<>();
    final Map<String, Wish> wishes = new HashMap<>();
    final Map<String, Attended> attended = new HashMap<>();
    final Set<String> over = new HashSet<>();
    Instant now;

    SlotModel(Desks desks, Instant now) {
        this.desks = desks;
        this.now = now;
    }

    boolean hold(Wish wish, Instant ends) {
        var held = holds.get(wish.offer());
        if (held != null && held.ends().isAfter(now) && !isGone(held.advisor())) {
            return true;
        }
        holds.remove(wish.offer());
        wishes.put(wish.offer(), wish);
        var chosen = choose(wish);
        chosen.ifPresent(advisor -> holds.put(wish.offer(), new Held(advisor, wish.tier(), ends)));
        return chosen.isPresent();
    }

    void keep(String offer, Instant ends) {
        holds.computeIfPresent(
                offer,
                (id, held) -> new Held(held.advisor(), held.tier(), ends.isAfter(held.ends()) ? ends : held.ends()));
    }

    void convert(String offer, String conversation, String advisor, String tier) {
        var held = holds.remove(offer);
        var before = attended.get(conversation);
        if (over.contains(conversation) || (before != null && before.advisor().equals(advisor))) {
            return;
        }
        var counted = before != null ? before.tier() : held != null ? held.tier() : tier;
        attended.put(conversation, new Attended(advisor, counted));
    }

    void finish(String conversation) {
        attended.remove(conversation);
        over.add(conversation);
    }

    Optional<String> choose(Wish wish) {
        return desks.candidates(wish, now, this::isStaffed, Comparator.comparingDouble(this::load)).stream()
                .filter(seat -> isThere(seat.advisor().id()))
                .filter(seat -> taken(seat.advisor().id()) < seat.advisor().capacity())
                .filter(seat -> leavesWhatIsKept(seat.desk(), wish.tier()))
                .map(seat -> seat.advisor().id())
                .findFirst();
    }

    private boolean leavesWhatIsKept(Desk desk, String tier) {
        var here = desk.advisors().stream()
                .filter(advisor -> isThere(advisor.id()))
                .toList();
        int total = here.stream().mapToInt(advisor -> advisor.capacity()).sum();
        int free = here.stream()
                .mapToInt(advisor -> Math.max(0, advisor.capacity() - taken(advisor.id())))
                .sum();
        int kept = 0;
        for (var each : desk.keep().entrySet()) {
            if (!each.getKey().equals(tier)) {
                int share = each.getValue()
                        .multiply(BigDecimal.valueOf(total))
                        .setScale(0, RoundingMode.FLOOR)
                        .intValueExact();
                int used = here.stream()
                        .mapToInt(advisor -> takenBy(advisor.id(), each.getKey()))
                        .sum();
                kept += Math.max(0, share - used);
            }
        }
        return free - kept >= 1;
    }

    private double load(Seat seat) {
        return taken(seat.advisor().id()) / (double) seat.advisor().capacity();
    }

    int taken(String advisor) {
        return takenBy(advisor, null);
    }

    private int takenBy(String advisor, @Nullable String tier) {
        long held = holds.values().stream()
                .filter(each -> each.advisor().equals(advisor)
                        && (tier == null || each.tier().equals(tier)))
                .count();
        long load = attended.values().stream()
                .filter(each -> each.advisor().equals(advisor)
                        && (tier == null || each.tier().equals(tier)))
                .count();
        return (int) (held + load);
    }

    boolean isThere(String advisor) {
        return states.get(advisor) == Standing.State.AVAILABLE && isReachable(advisor);
    }

    boolean isGone(String advisor) {
        return states.getOrDefault(advisor, Standing.State.AWAY) == Standing.State.AWAY || !isReachable(advisor);
    }

    private boolean isReachable(String advisor) {
        return reach.getOrDefault(advisor, Instant.MIN).isAfter(now);
    }

    private boolean isStaffed(Desk desk) {
        return desk.advisors().stream().anyMatch(advisor -> isThere(advisor.id()));
    }

    int capacity(String advisor) {
        return desks.advisor(advisor).map(Seat::advisor).orElseThrow().capacity();
    }

    List<String> advisors() {
        return desks.all().stream()
                .flatMap(desk -> desk.advisors().stream())
                .map(advisor -> advisor.id())
                .toList();
    }
}
