package io.overture.desk;

import io.overture.offer.Wish;
import io.overture.roster.Advisor;
import io.overture.roster.Desk;
import io.overture.roster.Desks;
import io.overture.roster.Hours;
import io.overture.roster.Seat;
import io.overture.roster.Shift;
import io.overture.visitor.VisitorKey;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Desks and wishes for tests, with everything usual that a test does not say. */
final class Staffs {

    private static final List<Shift> ALL_DAY = List.of(new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    static final Hours ALWAYS = new Hours(
            ZoneOffset.UTC,
            Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> ALL_DAY)),
            Map.of());
    static final Hours NEVER = new Hours(ZoneOffset.UTC, Map.of(), Map.of());

    private Staffs() {}

    static Desks none() {
        return Desks.NONE;
    }

    static Desk desk(String id, Map<String, BigDecimal> keep, Advisor... advisors) {
        return desk(id, ALWAYS, List.of(), keep, advisors);
    }

    static Desk desk(String id, Hours hours, List<String> covers, Map<String, BigDecimal> keep, Advisor... advisors) {
        return new Desk(
                id,
                "eu",
                List.of("fr", "en"),
                List.of(),
                List.of("chat", "call"),
                hours,
                covers,
                List.of(),
                Map.of(),
                Optional.empty(),
                keep,
                List.of(advisors));
    }

    static Advisor advisor(String id, int capacity, String... languages) {
        return new Advisor(
                id, id, "Advisor", null, List.of(languages), List.of(), List.of("chat", "call"), capacity, false);
    }

    /** At a desk of their own. */
    static List<Seat> seats(String... ids) {
        var all = Arrays.stream(ids).map(id -> advisor(id, 2, "en")).toArray(Advisor[]::new);
        var house = desk("house", Map.of(), all);
        return Arrays.stream(all).map(advisor -> new Seat(house, advisor)).toList();
    }

    static Wish wish(String offer, String tier, String language, String weight) {
        return new Wish(
                offer,
                VisitorKey.of("demo", "visitor-of-" + offer + "-0123456789"),
                language,
                List.of("chat"),
                null,
                null,
                tier,
                new BigDecimal(weight),
                "t@" + offer);
    }
}
