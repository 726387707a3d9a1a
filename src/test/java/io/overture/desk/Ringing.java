package io.overture.desk;

import static io.overture.store.Stores.get;

import io.overture.redis.Lanes;
import io.overture.roster.Desk;
import io.overture.roster.Seat;
import io.overture.visitor.Due;
import io.overture.visitor.Effort;
import io.overture.visitor.Request;
import io.overture.visitor.Stage;
import io.overture.visitor.VisitorKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who ought to ring at whom, beside what the script of two nodes makes of it, in a time that only the test moves. */
final class Ringing {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_ADDRESS = 3;
    private static final int SHARES = 4;
    private static final int PER_DESK = 5;
    /** Takes what is taken: the slots of the others are as they were. */
    private static final String DORA = "dora";

    private static final Desk PARIS =
            Staffs.desk("paris", Map.of(), Staffs.advisor("ada", 3, "en"), Staffs.advisor("bea", 1, "en"));
    private static final Desk ROME = Staffs.desk("rome", Map.of(), Staffs.advisor("cleo", 4, "en"));
    private static final List<Seat> SEATS = Stream.of(PARIS, ROME)
            .flatMap(desk -> desk.advisors().stream().map(advisor -> new Seat(desk, advisor)))
            .toList();

    private static final class Caller {
        private final int number;
        private final int address;
        private final int weight;
        private final boolean isClient;
        private final List<Seat> meant;
        private final Set<String> rung = new TreeSet<>();
        private int round;

        Caller(int number, int address, int weight, boolean isClient, List<Seat> meant) {
            this.number = number;
            this.address = address;
            this.weight = weight;
            this.isClient = isClient;
            this.meant = meant;
        }

        String talk() {
            return "talk-%03d".formatted(number);
        }

        VisitorKey who() {
            return VisitorKey.of("demo", "visitor-%03d-0123456789".formatted(number));
        }

        Request request() {
            return new Request(null, null, null, List.of("chat"), "en", BigDecimal.valueOf(weight));
        }

        boolean awaits(Seat seat) {
            return meant.contains(seat) && !rung.contains(seat.advisor().id());
        }
    }

    private record Ring(Instant at, Caller caller, Seat seat) {}

    private final List<CallScript> nodes;
    private final Map<String, Caller> waiting = new TreeMap<>();
    private final List<Ring> rings = new ArrayList<>();
    private final Map<String, Integer> heldBack = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private volatile Instant now = Instant.parse("2027-03-01T10:00:00Z");
    private int arrived;
    private int turn;

    Ringing(Lanes lanes) {
        var limits = new Evening.Limits(2000, 20, PER_ADDRESS, PER_DESK);
        nodes = Stream.generate(() -> new CallScript(lanes, Duration.ofDays(1), limits, () -> now))
                .limit(2)
                .toList();
    }

    List<String> broken() {
        return broken;
    }

    Map<String, Integer> heldBack() {
        return heldBack;
    }

    /** @param whom a bit for each advisor */
    void asks(int address, int weight, boolean isClient, int whom) {
        var meant = new ArrayList<Seat>();
        for (int i = 0; i < SEATS.size(); i++) {
            if ((whom >> i & 1) == 1) {
                meant.add(SEATS.get(i));
            }
        }
        var caller = new Caller(arrived++, address, weight, isClient, meant);
        waiting.put(caller.talk(), caller);
        ask(caller);
    }

    /** The next round: what did not ring is told anew. */
    void asksAgain(int which) {
        one(which).forEach(caller -> {
            caller.round++;
            ask(caller);
        });
    }

    void hangsUp(int which) {
        one(which).forEach(caller -> {
            var over = new Due.Finished(
                    "over",
                    caller.talk(),
                    Stage.Ending.BY_VISITOR,
                    null,
                    caller.request(),
                    Effort.NONE,
                    null,
                    null,
                    now);
            waiting.remove(caller.talk());
            heard(get(any().end(caller.who(), over, "unknown")));
            look();
        });
    }

    void isTaken(int which) {
        one(which).forEach(caller -> {
            var taken = new Due.Taken("taken", caller.talk(), 0, Evening.attendant(DORA), now);
            waiting.remove(caller.talk());
            heard(get(any().take(caller.who(), taken)));
            look();
        });
    }

    void isForgotten(int which) {
        one(which).forEach(caller -> {
            waiting.remove(caller.talk());
            heard(get(any().forget(caller.who())).rung());
            look();
        });
    }

    void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            var there = SEATS.stream().map(seat -> seat.advisor().id()).toList();
            heard(get(any().turn(there, Duration.ZERO)));
            look();
        }
    }

    private CallScript any() {
        return nodes.get(turn++ % nodes.size());
    }

    private List<Caller> one(int which) {
        var all = List.copyOf(waiting.values());
        return all.isEmpty() ? List.of() : List.of(all.get(Math.floorMod(which, all.size())));
    }

    private void ask(Caller caller) {
        var since = new Stage.Waiting(now, now, caller.round, null, null);
        var client = caller.isClient ? "c-" + caller.number : null;
        var wanted = new Due.Wanted(
                "wanted", caller.talk(), 0, since, caller.request(), client, client == null ? null : "vic");
        var places = List.of("net" + caller.address, "provider");
        var outcome = get(any().want(caller.who(), wanted, "unknown", caller.meant, places));
        if (outcome.heldBy() != null) {
            heldBack.merge(outcome.heldBy(), 1, Integer::sum);
        }
        heard(outcome);
        if (caller.isClient && caller.rung.size() != caller.meant.size()) {
            broken.add("a client waits: " + caller.talk());
        }
        look();
    }

    private void heard(CallScript.Outcome outcome) {
        heard(outcome.rung());
    }

    private void heard(Collection<CallScript.Rung> rung) {
        for (var each : rung) {
            var caller = waiting.get(each.conversation());
            if (caller == null) {
                broken.add("%s rings and does not wait".formatted(each));
            } else if (!caller.rung.contains(each.advisor())) {
                rings(caller, seat(each.advisor()));
            }
        }
    }

    private void rings(Caller caller, Seat seat) {
        if (!caller.isClient) {
            waiting.values().stream()
                    .filter(each -> !each.isClient && each.awaits(seat) && comesBefore(each, caller))
                    .filter(each -> isOpen(each, seat))
                    .forEach(each -> broken.add("%s is passed over by %s".formatted(each.talk(), caller.talk())));
            if (!isOpen(caller, seat)) {
                broken.add("%s rings too often at %s".formatted(caller.talk(), now));
            }
            rings.add(new Ring(now, caller, seat));
        }
        caller.rung.add(seat.advisor().id());
    }

    /** Nobody waits for whom there is room. */
    private void look() {
        for (var seat : SEATS) {
            long ringing = waiting.values().stream()
                    .filter(each -> each.rung.contains(seat.advisor().id()))
                    .count();
            if (ringing < seat.advisor().capacity()) {
                waiting.values().stream()
                        .filter(each -> !each.isClient && each.awaits(seat) && isOpen(each, seat))
                        .max(Comparator.comparing(each -> each.weight))
                        .ifPresent(each -> broken.add("%s is forgotten at %s".formatted(each.talk(), now)));
            }
        }
    }

    private boolean isOpen(Caller caller, Seat seat) {
        return rang(ring -> ring.caller().address == caller.address) < PER_ADDRESS
                && rang(ring -> true) < PER_ADDRESS * Places.PER_PROVIDER
                && rang(ring -> ring.seat().desk().equals(seat.desk())) < PER_DESK;
    }

    /** Whoever is of an address that has not had its share comes first, then the heavier. */
    private boolean comesBefore(Caller one, Caller other) {
        return hasHadItsShare(one) == hasHadItsShare(other) ? one.weight > other.weight : hasHadItsShare(other);
    }

    private boolean hasHadItsShare(Caller caller) {
        return rang(ring -> ring.caller().address == caller.address) >= Math.max(1, PER_ADDRESS / SHARES);
    }

    private long rang(Predicate<Ring> which) {
        return rings.stream()
                .filter(ring -> ring.at().isAfter(now.minus(MINUTE)))
                .filter(which)
                .count();
    }

    private static Seat seat(String advisor) {
        return SEATS.stream()
                .filter(each -> each.advisor().id().equals(advisor))
                .findFirst()
                .orElseThrow();
    }
}
