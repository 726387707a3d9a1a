package io.overture.roster;

import io.overture.offer.Wish;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All desks of the house. Ids of desks are unique, and so are those of advisors over all of them. */
public record Desks(List<Desk> all) {

    public static final Desks NONE = new Desks(List.of());

    private static final Predicate<Desk> STAFFED = desk -> true;

    private record Fitting<T>(T what, Fit fit) {}

    public Desks {
        all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public Optional<Desk> find(String id) {
        return all.stream().filter(desk -> desk.id().equals(id)).findFirst();
    }

    public Optional<Seat> advisor(String id) {
        return all.stream()
                .flatMap(desk -> desk.advisors().stream().map(advisor -> new Seat(desk, advisor)))
                .filter(seat -> seat.advisor().id().equals(id))
                .findFirst();
    }

    /** As {@link #serving(Wish, Instant, Predicate)}, with somebody at every desk. */
    public List<Desk> serving(Wish wish, Instant at) {
        return serving(wish, at, STAFFED);
    }

    /**
     * The desks that serve a wish now: open ones that fit, the best first; then those that cover the closed and the empty
     * ones that would. Who covers takes over sites and skills, but must have the language and a channel.
     *
     * @param staffed whether anybody is there
     */
    public List<Desk> serving(Wish wish, Instant at, Predicate<Desk> staffed) {
        var fitting = all.stream()
                .filter(desk -> isFor(wish, desk))
                .flatMap(desk -> Fit.of(wish, desk).map(fit -> new Fitting<>(desk, fit)).stream());
        var meant = bestFirst(fitting, (_, _) -> 0).toList();
        var serving = new LinkedHashSet<Desk>();
        meant.stream().filter(desk -> desk.hours().isOpen(at)).forEach(serving::add);
        var asked = new HashSet<Desk>();
        meant.stream()
                .filter(desk -> !isThere(desk, at, staffed))
                .forEach(desk -> cover(desk, wish, at, staffed, asked, serving));
        return List.copyOf(serving);
    }

    /** As {@link #candidates(Wish, Instant, Predicate, Comparator)}, with somebody at every desk. */
    public List<Seat> candidates(Wish wish, Instant at) {
        return candidates(wish, at, STAFFED, (_, _) -> 0);
    }

    /**
     * Advisors of the desks that serve a wish now and who fit it themselves: the best first, those who cover last.
     *
     * @param among orders those who fit it equally well
     */
    public List<Seat> candidates(Wish wish, Instant at, Predicate<Desk> staffed, Comparator<Seat> among) {
        var serving = serving(wish, at, staffed);
        var own = serving.stream()
                .filter(desk -> isMeant(wish, desk))
                .flatMap(desk -> seats(desk, advisor -> Fit.of(wish, advisor)));
        var covering = serving.stream()
                .filter(desk -> !isMeant(wish, desk))
                .flatMap(desk -> seats(desk, advisor -> Fit.standingIn(wish, advisor)));
        return Stream.concat(bestFirst(own, among), bestFirst(covering, among)).toList();
    }

    /** Follows the sun until somebody is there; a circle ends where it began. */
    private void cover(
            Desk absent, Wish wish, Instant at, Predicate<Desk> staffed, Set<Desk> asked, Set<Desk> serving) {
        if (!asked.add(absent)) {
            return;
        }
        for (var id : absent.covers()) {
            find(id).ifPresent(desk -> {
                if (desk.hours().isOpen(at) && Fit.standingIn(wish, desk).isPresent()) {
                    serving.add(desk);
                }
                if (!isThere(desk, at, staffed)) {
                    cover(desk, wish, at, staffed, asked, serving);
                }
            });
        }
    }

    private static boolean isThere(Desk desk, Instant at, Predicate<Desk> staffed) {
        return desk.hours().isOpen(at) && staffed.test(desk);
    }

    private static boolean isFor(Wish wish, Desk desk) {
        return desk.sites().isEmpty() || desk.sites().contains(wish.site());
    }

    private static boolean isMeant(Wish wish, Desk desk) {
        return isFor(wish, desk) && Fit.of(wish, desk).isPresent();
    }

    private static Stream<Fitting<Seat>> seats(Desk desk, Function<Advisor, Optional<Fit>> judge) {
        return desk.advisors().stream()
                .flatMap(advisor ->
                        judge.apply(advisor).map(fit -> new Fitting<>(new Seat(desk, advisor), fit)).stream());
    }

    private static <T> Stream<T> bestFirst(Stream<Fitting<T>> all, Comparator<T> among) {
        return all.sorted(Comparator.<Fitting<T>, Fit>comparing(Fitting::fit).thenComparing(Fitting::what, among))
                .map(Fitting::what);
    }
}
