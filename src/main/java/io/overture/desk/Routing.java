package io.overture.desk;

import io.overture.offer.Wish;
import io.overture.roster.Desks;
import io.overture.roster.Seat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is rung for somebody who waits, in which round. Each round asks more people than the one before:
 *
 * <pre>
 *   0  to whom she was passed on; else her own advisor; else whoever holds the slot
 *   1  the best three who fit, by language, skill and load
 *   2  all who fit, those who cover absent desks included
 * </pre>
 *
 * A round that finds nobody is the next at once. Only who is there is rung: available, and reachable.
 */
public final class Routing {

    static final int BEST = 3;

    /** Rings in the order they deserve: what was passed over once comes first, then what weighs most, then who waits longest. */
    public static final Comparator<Waiting> ORDER = Comparator.comparing((Waiting each) -> each.turn() == 0)
            .thenComparing(Comparator.comparing(Waiting::weight).reversed())
            .thenComparing(Waiting::since);

    /** Somebody who waits. */
    public record Waiting(int turn, BigDecimal weight, Instant since) {}

    /** To whom a conversation is passed on. */
    public sealed interface To {

        record ToAdvisor(String id) implements To {}

        record ToDesk(String id) implements To {}
    }

    /**
     * What is asked for.
     *
     * @param round from 0
     * @param to null unless it is passed on
     * @param own her own advisor; null if she has none
     * @param holder who holds the slot of the invitation she accepted; null if nobody does
     * @param passed who passed it on, or did not answer it in time: rung only if there is nobody else
     */
    public record Call(
            Wish wish,
            int round,
            @Nullable To to,
            @Nullable String own,
            @Nullable String holder,
            Set<String> passed) {

        public Call {
            passed = Set.copyOf(passed);
        }
    }

    private final Desks desks;
    private final Staff staff;
    private final Instant now;

    private Routing(Desks desks, Staff staff, Instant now) {
        this.desks = desks;
        this.staff = staff;
        this.now = now;
    }

    /** Whom to ring now, the best first; empty when nobody who could take it is there at all. */
    public static List<Seat> rung(Call call, Desks desks, Staff staff, Instant now) {
        var routing = new Routing(desks, staff, now);
        var fresh = routing.rung(
                call, seat -> !call.passed().contains(seat.advisor().id()));
        return fresh.isEmpty() ? routing.rung(call, seat -> true) : fresh;
    }

    private List<Seat> rung(Call call, Predicate<Seat> asked) {
        var rounds = new ArrayList<List<Seat>>();
        if (call.round() == 0) {
            rounds.add(meant(call.to()).toList());
            rounds.add(seat(call.own()).stream().toList());
            rounds.add(seat(call.holder()).stream().toList());
        }
        var fitting = fitting(call.wish()).filter(asked).toList();
        if (call.round() <= 1) {
            rounds.add(fitting.stream().limit(BEST).toList());
        }
        rounds.add(fitting);
        return rounds.stream()
                .map(round -> round.stream().filter(this::isThere).filter(asked).toList())
                .filter(round -> !round.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Stream<Seat> meant(@Nullable To to) {
        return switch (to) {
            case null -> Stream.empty();
            case To.ToAdvisor(var id) -> seat(id).stream();
            case To.ToDesk(var id) ->
                desks.find(id).stream()
                        .flatMap(desk -> desk.advisors().stream().map(advisor -> new Seat(desk, advisor)));
        };
    }

    /** Those who are there: whoever has room before whoever has none; then the best fit, then the least engaged. */
    private Stream<Seat> fitting(Wish wish) {
        return desks.candidates(wish, now, staff::isStaffed, staff.leastEngagedFirst()).stream()
                .filter(this::isThere)
                .sorted(Comparator.comparing(seat -> staff.free(seat.advisor()) == 0));
    }

    private Optional<Seat> seat(@Nullable String advisor) {
        return advisor == null ? Optional.empty() : desks.advisor(advisor);
    }

    private boolean isThere(Seat seat) {
        return staff.isThere(seat.advisor());
    }
}
