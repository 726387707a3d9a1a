package io.overture.client;

import static io.overture.client.Dealing.Type.CONTACT_ANSWERED;
import static io.overture.client.Dealing.Type.CONTACT_UNANSWERED;
import static io.overture.client.Dealing.Type.ORDER_PLACED;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.client.History.Note;
import io.overture.client.History.Order;
import io.overture.client.History.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {

    private static final Instant AT = Records.AT;

    static Stream<Arguments> lists() {
        return Stream.of(
                bound("purchases", (h, i) -> h.purchased(new Order("" + i, later(i), List.of()), true), 50),
                bound("notes", (h, i) -> h.noted(new Note("" + i, later(i), "by", "text")), 100),
                bound("conversations", (h, i) -> h.talked(new Talk("" + i, later(i), "by", null)), 50),
                bound("visits", (h, i) -> h.visited(later(i)), 64),
                bound("dealings", (h, i) -> h.dealt(dealing("" + i, ORDER_PLACED, i)), 50));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void only_the_newest_are_kept(String name, BiFunction<History, Integer, History> more, int most) {
        var history = History.NONE;

        for (int i = 0; i < most + 5; i++) {
            history = more.apply(history, i);
        }

        assertThat(size(history)).isEqualTo(most);
        assertThat(more.apply(history, 0)).as("what is too old changes nothing").isEqualTo(history);
    }

    @Property(tries = 100)
    void order_and_repetition_make_no_difference(@ForAll @Size(max = 30) List<@IntRange(max = 40) Integer> days) {
        var inOrder = days.stream().sorted().distinct().toList();

        var asTold = told(days);

        assertThat(asTold).isEqualTo(told(inOrder));
    }

    @Test
    void what_the_shop_says_of_an_order_stands_against_what_a_browser_says() {
        var shops = new Order("T-1", AT, List.of(Records.piece("W-100", "12500")));
        var browsers = new Order("T-1", AT, List.of());

        var history =
                History.NONE.purchased(browsers, false).purchased(shops, true).purchased(browsers, false);

        assertThat(history.purchases()).containsExactly(shops);
    }

    @Test
    void visits_that_begin_within_a_sessions_silence_are_one() {
        var history = History.NONE.visited(AT).visited(AT.plus(Duration.ofMinutes(29)));

        assertThat(history.visits()).containsExactly(AT);
    }

    static Stream<Arguments> contacts() {
        return Stream.of(
                Arguments.of(List.of(), 0),
                Arguments.of(List.of(CONTACT_UNANSWERED), 1),
                Arguments.of(List.of(CONTACT_UNANSWERED, ORDER_PLACED, CONTACT_UNANSWERED), 2),
                Arguments.of(List.of(CONTACT_UNANSWERED, CONTACT_UNANSWERED, CONTACT_ANSWERED), 0),
                Arguments.of(List.of(CONTACT_ANSWERED, CONTACT_UNANSWERED), 1));
    }

    @ParameterizedTest
    @MethodSource("contacts")
    void attempts_count_until_one_was_answered(List<Dealing.Type> types, int unanswered) {
        var history = History.NONE;

        for (int i = 0; i < types.size(); i++) {
            history = history.dealt(dealing("e" + i, types.get(i), i));
        }

        assertThat(history.contactsUnanswered()).isEqualTo(unanswered);
    }

    private static History told(List<Integer> days) {
        var history = History.NONE;
        for (int day : days) {
            history = history.visited(later(day)).dealt(dealing("e" + day, ORDER_PLACED, day));
        }
        return history;
    }

    private static Dealing dealing(String id, Dealing.Type type, int day) {
        return new Dealing(id, type, later(day), null, null, null);
    }

    private static Instant later(int days) {
        return AT.plus(Duration.ofDays(days));
    }

    private static int size(History history) {
        return history.purchases().size()
                + history.notes().size()
                + history.conversations().size()
                + history.visits().size()
                + history.dealings().size();
    }

    private static Arguments bound(String name, BiFunction<History, Integer, History> more, int most) {
        return Arguments.of(name, more, most);
    }
}
