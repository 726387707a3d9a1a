package io.overture.aftercare;

import static io.overture.aftercare.Defection.Sign.CONTACTS_UNANSWERED;
import static io.overture.aftercare.Defection.Sign.RETURNS;
import static io.overture.aftercare.Defection.Sign.VISITS_FALLING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.overture.aftercare.Defection.Sign;
import io.overture.client.Dealing;
import io.overture.client.Dealing.Type;
import io.overture.client.History;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefectionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    static Stream<Arguments> signs() {
        return Stream.of(
                arguments("nothing is known", history(), Set.of()),
                arguments("four before, one lately", history(visits(1, 50, 55, 60, 65)), Set.of(VISITS_FALLING)),
                arguments("four before, none lately", history(visits(50, 55, 60, 65)), Set.of(VISITS_FALLING)),
                arguments("half is not fewer than half", history(visits(1, 2, 50, 55, 60, 65)), Set.of()),
                arguments("five before, two lately", history(visits(1, 2, 50, 55, 60, 65, 70)), Set.of(VISITS_FALLING)),
                arguments("three before are no rhythm", history(visits(50, 55, 60)), Set.of()),
                arguments(
                        "a visit 45 days ago belongs to the time before",
                        history(visits(45, 50, 55, 60)),
                        Set.of(VISITS_FALLING)),
                arguments("one 90 days ago is too old", history(visits(50, 55, 60, 90)), Set.of()),
                arguments("one return", history(returned("A", 10)), Set.of()),
                arguments("two returns", history(returned("A", 10), returned("B", 80)), Set.of(RETURNS)),
                arguments(
                        "one order asked for and received is one",
                        history(returned("A", 10), received("A", 5)),
                        Set.of()),
                arguments("a return 90 days ago is too old", history(returned("A", 10), returned("B", 90)), Set.of()),
                arguments("one contact in vain", history(contact(5, false)), Set.of()),
                arguments("two in vain", history(contact(5, false), contact(9, false)), Set.of(CONTACTS_UNANSWERED)),
                arguments(
                        "answered in between",
                        history(contact(9, false), contact(7, true), contact(5, false)),
                        Set.of()),
                arguments(
                        "answered before",
                        history(contact(9, true), contact(7, false), contact(5, false)),
                        Set.of(CONTACTS_UNANSWERED)),
                arguments(
                        "all of it",
                        history(
                                visits(50, 55, 60, 65),
                                returned("A", 1),
                                returned("B", 2),
                                contact(5, false),
                                contact(9, false)),
                        Set.of(VISITS_FALLING, RETURNS, CONTACTS_UNANSWERED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signs")
    void signs_are_departures_from_her_own_rhythm(String name, History history, Set<Sign> expected) {
        var signs = Defection.signs(history, NOW);

        assertThat(signs).isEqualTo(expected);
    }

    static Stream<Arguments> tellings() {
        var one = history(returned("A", 1), returned("B", 2));
        var two = history(returned("A", 1), returned("B", 2), contact(5, false), contact(9, false));
        return Stream.of(
                arguments("one sign is a bad week", one, null, false),
                arguments("two agree", two, null, true),
                arguments(
                        "told a moment less than ninety days ago",
                        two,
                        NOW.minus(Defection.REST).plus(MOMENT),
                        false),
                arguments("told ninety days ago", two, NOW.minus(Defection.REST), true),
                arguments("told long ago, one sign", one, NOW.minus(DAY.multipliedBy(300)), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tellings")
    void her_advisor_is_told_when_two_agree_and_not_again_for_a_while(
            String name, History history, @Nullable Instant told, boolean expected) {
        var before = told == null ? history : history.signalled(told);

        assertThat(Defection.isToBeTold(before, NOW)).isEqualTo(expected);
    }

    static Stream<Arguments> watches() {
        return Stream.of(
                arguments("no sign", history(visits(1, 2, 3, 4)), false),
                arguments(
                        "a sign, and visits that could stop",
                        history(contact(5, false), contact(9, false), visits(1, 2, 3, 4)),
                        true),
                arguments(
                        "a sign, and too few visits to miss",
                        history(contact(5, false), contact(9, false), visits(1, 2, 3)),
                        false),
                arguments(
                        "visits have fallen already",
                        history(contact(5, false), contact(9, false), visits(50, 55, 60, 65)),
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("watches")
    void who_could_be_leaving_by_staying_away_is_looked_at_again(String name, History history, boolean expected) {
        assertThat(Defection.isToBeWatched(history, NOW)).isEqualTo(expected);
    }

    private interface Past {
        History on(History history);
    }

    private static History history(Past... all) {
        var history = History.NONE;
        for (var each : all) {
            history = each.on(history);
        }
        return history;
    }

    private static Past visits(int... daysAgo) {
        return history -> {
            var next = history;
            for (int days : daysAgo) {
                next = next.visited(ago(days));
            }
            return next;
        };
    }

    private static Past returned(String order, int daysAgo) {
        return dealing(Type.RETURN_REQUESTED, order, daysAgo);
    }

    private static Past received(String order, int daysAgo) {
        return dealing(Type.RETURN_RECEIVED, order, daysAgo);
    }

    private static Past contact(int daysAgo, boolean answered) {
        return dealing(answered ? Type.CONTACT_ANSWERED : Type.CONTACT_UNANSWERED, null, daysAgo);
    }

    private static Past dealing(Type type, @Nullable String order, int daysAgo) {
        var id = String.join("-", List.of(type.word(), "" + order, "" + daysAgo));
        return history -> history.dealt(new Dealing(id, type, ago(daysAgo), order, null, null));
    }

    private static Instant ago(int days) {
        return NOW.minus(DAY.multipliedBy(days));
    }
}
