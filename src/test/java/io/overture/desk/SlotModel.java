package io.overture.desk;

import io.overture.offer.Wish;
import io.overture.roster.Desk;
import io.overture.roster.Desks;
import io.overture.roster.Seat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
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

    record Waiter(Wish wish, double rank, Instant since, List<Seat> seats) {}

    record Attended(String advisor, String tier) {}

    final Desks desks;
    final Map<String, Standing.State> states = new HashMap<>();
    final Map<String, Instant> reach = new HashMap<>();
    final Map<String, Held> holds = new HashMap<>();
    final Map<String, Wish> wishes = new HashMap<>();
    final Map<String, Attended> attended = new HashMap<>();
    final Map<String, Waiter> waiting = new HashMap<>();
    /** Who is called, as they stood in line before. */
    final Map<String, Waiter> called = new HashMap<>();
    /** Calls whose end has come once. */
    final Set<String> calledAgain = new HashSet<>();

    final Map<String, Instant> unseen = new HashMap<>();
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
        // Who is asked first is settled by how busy they are before anything is given back for this wish.
        var seats = seats(wish);
        var freed = new ArrayList<String>();
        drop(wish.offer()).ifPresent(freed::add);
        var own = drop(callOf(wish));
        own.ifPresent(freed::add);
        wishes.put(wish.offer(), wish);
        var chosen = own.flatMap(advisor -> choose(wish.tier(), seats, advisor));
        while (chosen.isEmpty()) {
            chosen = choose(wish.tier(), seats, null);
            var first = chosen.flatMap(advisor -> ahead(advisor, wish));
            if (chosen.isEmpty() || first.isEmpty()) {
                break;
            }
            call(chosen.get(), first.get());
            chosen = Optional.empty();
        }
        waiting.remove(wish.offer());
        if (chosen.isPresent()) {
            holds.put(wish.offer(), new Held(chosen.get(), wish.tier(), ends));
        } else {
            waiting.put(wish.offer(), new Waiter(wish, rank(wish), now, seats));
        }
        freed.forEach(this::passOn);
        return chosen.isPresent();
    }

    void keep(String offer, Instant ends) {
        holds.computeIfPresent(
                offer,
                (id, held) -> new Held(held.advisor(), held.tier(), ends.isAfter(held.ends()) ? ends : held.ends()));
    }

    void release(String offer) {
        drop(offer).ifPresent(this::passOn);
    }

    void convert(String offer, String conversation, String advisor, String tier) {
        var held = holds.remove(offer);
        var before = attended.get(conversation);
        if (!over.contains(conversation) && (before == null || !before.advisor().equals(advisor))) {
            var counted = before != null ? before.tier() : held != null ? held.tier() : tier;
            attended.put(conversation, new Attended(advisor, counted));
            if (before != null) {
                passOn(before.advisor());
            }
        }
        if (held != null) {
            passOn(held.advisor());
        }
    }

    void finish(String conversation) {
        var before = attended.remove(conversation);
        over.add(conversation);
        if (before != null) {
            passOn(before.advisor());
        }
    }

    /** What an advisor has free goes to the heaviest who fit. */
    void passOn(String advisor) {
        for (var first = ahead(advisor, null); first.isPresent(); first = ahead(advisor, null)) {
            call(advisor, first.get());
        }
    }

    /** Somebody who waits and may have a slot of this advisor's; given who asks, only if that is the heavier one. */
    Optional<Waiter> ahead(String advisor, @Nullable Wish asker) {
        return waiting.values().stream()
                .filter(each -> asker == null || !each.wish().offer().equals(asker.offer()))
                .filter(each -> asker == null || each.rank() > rank(asker))
                .sorted(Comparator.comparing(Waiter::rank)
                        .thenComparing(each -> each.wish().visitor().member())
                        .reversed())
                .filter(each ->
                        choose(each.wish().tier(), each.seats(), advisor).isPresent())
                .findFirst();
    }

    void call(String advisor, Waiter waiter) {
        waiting.remove(waiter.wish().offer());
        called.put(callOf(waiter.wish()), waiter);
        calledAgain.remove(callOf(waiter.wish()));
        holds.put(callOf(waiter.wish()), new Held(advisor, waiter.wish().tier(), now.plusSeconds(2)));
    }

    static String callOf(Wish wish) {
        return "call:" + wish.visitor().member();
    }

    private Optional<String> drop(String offer) {
        return Optional.ofNullable(holds.remove(offer)).map(Held::advisor);
    }

    double rank(Wish wish) {
        var at = unseen.get(wish.offer());
        return at == null ? wish.weight().doubleValue() : -at.toEpochMilli();
    }

    private List<Seat> seats(Wish wish) {
        return desks.candidates(wish, now, this::isStaffed, Comparator.comparingDouble(this::load));
    }

    Optional<String> choose(Wish wish) {
        return choose(wish.tier(), seats(wish), null);
    }

    private Optional<String> choose(String tier, List<Seat> seats, @Nullable String only) {
        return seats.stream()
                .filter(seat -> only == null || seat.advisor().id().equals(only))
                .filter(seat -> isThere(seat.advisor().id()))
                .filter(seat -> taken(seat.advisor().id()) < seat.advisor().capacity())
                .filter(seat -> leavesWhatIsKept(seat.desk(), tier))
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
        var largestFirst = desk.keep().entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        int kept = 0;
        int left = total;
        for (var each : largestFirst) {
            int share = Math.min(
                    left,
                    each.getValue()
                            .multiply(BigDecimal.valueOf(total))
                            .setScale(0, RoundingMode.CEILING)
                            .intValueExact());
            left -= share;
            if (!each.getKey().equals(tier)) {
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
