package io.overture.desk;

import static io.overture.desk.SlotsInRedis.get;

import io.overture.offer.Wish;
import io.overture.redis.Lanes;
import io.overture.roster.Desks;
import io.overture.roster.Seat;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Visitors and advisors over two nodes, in a time that only the test moves: what the flow does with slots, without its
 * values. Who waits asks again every ten seconds, as the engine has it, and at once when woken or when an offer is lost.
 */
final class Floor {

    private static final Duration TENTH = Duration.ofMillis(100);
    private static final long ASKS_AGAIN = Duration.ofSeconds(10).toMillis();
    private static final long TOO_LONG = Duration.ofSeconds(1).toMillis();
    /** A tick of the reaper, a call that nobody heard, and the tick after it. */
    private static final long FORGOTTEN = Duration.ofMillis(4_500).toMillis();

    /** Two calls, and the ticks of the reaper after them. */
    private static final Duration DEAF = Duration.ofSeconds(5);

    private static final class Guest {
        private final int number;
        private final int weight;
        private int offers;
        private @Nullable Instant waitsSince;
        private @Nullable Instant asked;
        private @Nullable String offer;
        private boolean shown;
        private boolean attended;
        private boolean gone;
        private boolean behind;
        private @Nullable String unheardOf;
        /** Advisors whose slot went to the next, since nobody told this guest of two calls. */
        private final TreeSet<String> gaveUp = new TreeSet<>();

        Guest(int number, int weight) {
            this.number = number;
            this.weight = weight;
        }

        String call() {
            return "call:" + wish().visitor().member();
        }

        void missed(@Nullable String advisor) {
            if (advisor != null && advisor.equals(unheardOf)) {
                gaveUp.add(advisor);
            }
            unheardOf = advisor;
        }

        void asks(Instant at) {
            asked = at;
            unheardOf = null;
            gaveUp.clear();
        }

        Wish wish() {
            return new Wish(
                    "guest-%d-%d-%d".formatted(number, weight, offers),
                    VisitorKey.of("demo", "visitor-%05d-%05d-0123456789".formatted(number, weight)),
                    number % 2 == 0 ? "fr" : "en",
                    List.of("chat"),
                    null,
                    null,
                    number % 3 == 0 ? "vic" : "unknown",
                    BigDecimal.valueOf(weight),
                    "t@" + weight);
        }
    }

    private final Desks desks;
    private final Lanes lanes;
    private final Map<VisitorKey, Guest> guests = new LinkedHashMap<>();
    private final Queue<Runnable> heard = new ConcurrentLinkedQueue<>();
    private final List<RedisSlots> nodes;
    private final TreeSet<String> here = new TreeSet<>();
    private final Map<String, Instant> freeSince = new HashMap<>();
    private final List<String> passedOver = new ArrayList<>();
    private final TreeSet<String> forgotten = new TreeSet<>();
    private volatile Instant now = Instant.parse("2027-03-01T10:00:00Z");
    private int turn;
    private volatile Instant deafUntil = now;

    Floor(Desks desks, Lanes lanes) {
        this.desks = desks;
        this.lanes = lanes;
        this.nodes = List.of(node(), node());
    }

    List<String> passedOver() {
        return passedOver;
    }

    TreeSet<String> forgotten() {
        return forgotten;
    }

    /** Offers that are open and not seen yet, without a slot, unless their visitors are being told that it is lost. */
    List<String> promisedTwice() {
        var in = new SlotsInRedis(lanes);
        var held = new HashSet<>(holders().keySet());
        held.addAll(in.lost());
        return guests.values().stream()
                .filter(each -> each.offer != null && !each.shown && !each.attended && !held.contains(each.offer))
                .map(each -> each.offer)
                .toList();
    }

    void arrives(int number, int weight) {
        var guest = new Guest(number, weight);
        if (guests.putIfAbsent(guest.wish().visitor(), guest) == null) {
            ask(guest);
            settle();
        }
    }

    void shows(int number) {
        offered(number, false).forEach(guest -> {
            guest.shown = true;
            get(any().keep(guest.offer, now.plusSeconds(180)));
        });
    }

    void declines(int number) {
        offered(number, false).forEach(guest -> {
            guest.gone = true;
            release(guest);
        });
        settle();
    }

    void accepts(int number) {
        offered(number, false).stream().limit(1).forEach(guest -> {
            here.stream()
                    .filter(each -> new SlotsInRedis(lanes).holds(each).containsKey(guest.offer))
                    .findFirst()
                    .ifPresent(advisor -> {
                        get(any().convert(
                                        guest.offer,
                                        guest.offer,
                                        advisor,
                                        guest.wish().tier()));
                        guest.attended = true;
                    });
        });
        settle();
    }

    void finishes(int number) {
        offered(number, true).stream().limit(1).forEach(guest -> {
            get(any().finish(guest.offer));
            guest.gone = true;
            guest.offer = null;
        });
        settle();
    }

    /** The page is closed: what was asked for stays where it is until it is looked at. */
    void goes(int number) {
        guests.values().stream()
                .filter(each -> each.number == number && !each.attended)
                .forEach(each -> each.gone = true);
    }

    void comes(String advisor) {
        here.add(advisor);
        get(any().presence().set(advisor, Standing.State.AVAILABLE));
        get(any().presence().here(advisor, "node/" + advisor));
        nodes.forEach(each -> get(each.presence().read()));
        settle();
    }

    void away(String advisor) {
        here.remove(advisor);
        get(any().presence().set(advisor, Standing.State.AWAY));
        settle();
    }

    /** Nodes that hear in the next seconds who is called die before they can say so. */
    void deaf() {
        deafUntil = now.plus(DEAF);
    }

    void pass(int tenths) {
        for (int i = 0; i < tenths; i++) {
            now = now.plus(TENTH);
            if (now.toEpochMilli() % 1000 == 0) {
                here.forEach(each -> get(any().presence().here(each, "node/" + each)));
                nodes.forEach(each -> get(each.presence().read()));
                run(any().reaper().reap(Duration.ofMillis(900), any().presence().lastKnown()));
            }
            guests.values().stream()
                    .filter(each -> !each.gone && each.waitsSince != null)
                    .filter(each -> now.toEpochMilli() - each.asked.toEpochMilli() >= ASKS_AGAIN)
                    .toList()
                    .forEach(this::ask);
            settle();
            look();
        }
    }

    private RedisSlots any() {
        return nodes.get(turn++ % 2);
    }

    private List<Guest> offered(int number, boolean attended) {
        return guests.values().stream()
                .filter(each -> each.number == number && each.offer != null && each.attended == attended)
                .toList();
    }

    private void ask(Guest guest) {
        if (guest.gone || guest.offer != null) {
            return;
        }
        var wish = guest.wish();
        var calledBy = holders().get(guest.call());
        guest.asks(now);
        if (get(any().hold(wish))) {
            given(guest, wish, calledBy);
        } else if (guest.waitsSince == null) {
            guest.waitsSince = now;
        }
    }

    /** @param calledBy whose slot was held for them already, so that it was given before */
    private void given(Guest guest, Wish wish, @Nullable String calledBy) {
        guest.offer = wish.offer();
        guest.offers++;
        guest.waitsSince = null;
        var advisor = holders().get(wish.offer());
        if (advisor != null && !advisor.equals(calledBy)) {
            judge(guest, wish, advisor);
        }
    }

    /** A slot of this advisor's goes to a guest. */
    private void judge(Guest guest, Wish wish, String advisor) {
        // Nobody is passed over for whom a slot is held while they are called.
        var held = holders().keySet();
        if (here.contains(advisor) && isOlder(freeSince.get(advisor))) {
            guests.values().stream()
                    .filter(each -> !each.gone && !each.behind && isOlder(each.waitsSince))
                    .filter(each -> each.weight > guest.weight)
                    .filter(each -> !held.contains(each.call()) && !each.gaveUp.contains(advisor))
                    .filter(each -> each.wish().tier().equals(wish.tier()) && fits(each, advisor))
                    .forEach(each -> passedOver.add("%s by %s at %s".formatted(each.wish(), wish, advisor)));
        }
    }

    private Map<String, String> holders() {
        return new SlotsInRedis(lanes).holders(List.of("ada", "bea", "cleo"));
    }

    private boolean isOlder(@Nullable Instant since) {
        return since != null && now.toEpochMilli() - since.toEpochMilli() > TOO_LONG;
    }

    private boolean fits(Guest guest, String advisor) {
        return desks.candidates(guest.wish(), now).stream()
                .map(Seat::advisor)
                .anyMatch(each -> each.id().equals(advisor));
    }

    private void release(Guest guest) {
        var offer = guest.offer;
        guest.offer = null;
        guest.shown = false;
        get(any().release(offer));
    }

    /** What nodes heard is done, one after the other. */
    private void settle() {
        for (var next = heard.poll(); next != null; next = heard.poll()) {
            next.run();
        }
    }

    /** Something that is done only when visitors have heard of it. */
    private void run(Uni<Void> work) {
        var done = work.subscribeAsCompletionStage();
        while (!done.isDone()) {
            settle();
            Thread.onSpinWait();
        }
        settle();
    }

    private void look() {
        var staff = get(any().presence().read());
        for (var advisor :
                desks.all().stream().flatMap(desk -> desk.advisors().stream()).toList()) {
            boolean isFree = staff.isThere(advisor) && staff.free(advisor) > 0;
            if (!isFree) {
                freeSince.remove(advisor.id());
            } else {
                freeSince.putIfAbsent(advisor.id(), now);
            }
        }
        guests.values().stream()
                .filter(each -> !each.gone && each.waitsSince != null && each.number % 3 == 0)
                .filter(each -> now.toEpochMilli() - each.waitsSince.toEpochMilli() > FORGOTTEN)
                .filter(each -> freeSince.entrySet().stream()
                        .anyMatch(free -> now.toEpochMilli() - free.getValue().toEpochMilli() > FORGOTTEN
                                && fits(each, free.getKey())))
                .forEach(each -> forgotten.add(each.wish().toString()));
    }

    private RedisSlots node() {
        var slots = new RedisSlots[1];
        slots[0] = new RedisSlots(lanes, () -> desks, () -> now, DeskConfig.Staffing.LIVE, 4);
        slots[0].tell(new SlotListener() {
            @Override
            public Uni<Void> lost(VisitorKey visitor, String offer) {
                return Uni.createFrom()
                        .emitter(told -> heard.add(() -> {
                            unseen(visitor, offer);
                            told.complete(null);
                        }));
            }

            @Override
            public Uni<Void> yielded(VisitorKey visitor, String offer) {
                return lost(visitor, offer);
            }

            @Override
            public void free(List<VisitorKey> visitors) {
                boolean isLost = now.isBefore(deafUntil);
                visitors.forEach(each -> heard.add(() -> called(slots[0], each, isLost)));
            }
        });
        return slots[0];
    }

    private void called(RedisSlots by, VisitorKey visitor, boolean isLost) {
        var guest = guests.get(visitor);
        if (guest == null) {
            return;
        }
        var advisor = holders().get(guest.call());
        if (advisor != null && !advisor.equals(guest.unheardOf)) {
            judge(guest, guest.wish(), advisor);
        }
        if (isLost) {
            guest.missed(advisor);
        } else {
            ask(guest);
            get(by.looked(visitor));
        }
    }

    /** An offer goes with its slot unless it was seen; the moment stands, and asks again in the same step. */
    private void unseen(VisitorKey visitor, String offer) {
        var guest = guests.get(visitor);
        if (guest != null && offer.equals(guest.offer) && !guest.shown) {
            guest.offer = null;
            guest.behind = true;
            ask(guest);
        }
    }
}
