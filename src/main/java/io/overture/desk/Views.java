package io.overture.desk;

import io.overture.offer.Channels;
import io.overture.offer.Wish;
import io.overture.roster.Desks;
import io.overture.roster.Roster;
import io.overture.roster.Seat;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each advisor sees of the boutique: those whom she may serve, worked out once for all of a kind. */
final class Views {

    /** Desks open and close; an advisor's view may be so much behind. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final Comparator<Entry> HEAVIEST_FIRST = Comparator.comparing(
                    (Entry each) -> each.here().notice().weight())
            .reversed()
            .thenComparing(each -> each.here().notice().since());

    /** Visitors who are the same to a desk. */
    private record Kind(String site, String language) {}

    private record Entry(Here here, @Nullable String own, Kind kind) {}

    private record Snapshot(long version, List<Entry> heaviestFirst) {}

    /** Who may serve which kind, while these desks are in force. */
    private record Fitting(Desks desks, Instant until, long version, Map<Kind, Set<String>> advisors) {}

    private final Roster roster;
    private final Reasons reasons;
    private final InstantSource clock;
    private final AtomicLong versions = new AtomicLong();
    private volatile Snapshot snapshot = new Snapshot(0, List.of());
    private volatile Fitting fitting = new Fitting(Desks.NONE, Instant.MIN, 0, Map.of());

    Views(Roster roster, Reasons reasons, InstantSource clock) {
        this.roster = roster;
        this.reasons = reasons;
        this.clock = clock;
    }

    void are(Collection<HereStore.Known> all) {
        snapshot = new Snapshot(
                versions.incrementAndGet(),
                all.stream().map(this::entry).sorted(HEAVIEST_FIRST).toList());
    }

    Boutique.View of(Seat seat, int most) {
        var now = snapshot;
        var fit = fitting();
        var advisor = seat.advisor().id();
        return new Boutique.View(
                now.version() + fit.version(),
                now.heaviestFirst().stream()
                        .filter(each ->
                                advisor.equals(each.own()) || servers(fit, each).contains(advisor))
                        .limit(most)
                        .map(Entry::here)
                        .toList());
    }

    private Entry entry(HereStore.Known known) {
        var notice = known.notice();
        return new Entry(
                new Here(known.who(), notice, reasons.of(notice.trigger()), known.talk()),
                known.own(),
                new Kind(known.who().site(), notice.language()));
    }

    /** Both versions only grow, so that no two sums of theirs are the same for different views. */
    private Fitting fitting() {
        var current = fitting;
        var desks = roster.inForce();
        var now = clock.instant();
        if (current.desks() == desks && now.isBefore(current.until())) {
            return current;
        }
        var next = new Fitting(desks, now.plus(FRESH), current.version() + 1, new ConcurrentHashMap<>());
        fitting = next;
        return next;
    }

    private Set<String> servers(Fitting fit, Entry entry) {
        return fit.advisors().computeIfAbsent(entry.kind(), kind -> {
            var wish = new Wish(
                    "", entry.here().who(), kind.language(), Channels.ALL, null, null, "", BigDecimal.ZERO, "");
            return fit.desks().candidates(wish, clock.instant()).stream()
                    .map(candidate -> candidate.advisor().id())
                    .collect(Collectors.toUnmodifiableSet());
        });
    }
}
