package io.overture.desk;

import static io.overture.desk.Staffs.wish;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.offer.Slots;
import io.overture.offer.Wish;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who waits for a slot, and whose turn it is. */
class LineTest extends AtSlots {

    @Test
    void the_heaviest_who_waits_and_fits_is_woken_when_a_slot_comes_free() {
        come("bea");
        get(slots.hold(wish("o1", "vic", "fr", "100")));
        get(slots.hold(wish("light", "unknown", "fr", "50")));
        get(slots.hold(wish("heavy", "unknown", "fr", "5000.50")));
        get(slots.hold(wish("foreign", "unknown", "en-GB", "90000")));

        get(slots.release("o1"));
        get(slots.release("o1"));

        assertThat(woken).containsExactly(wish("heavy", "unknown", "fr", "1").visitor());
    }

    @Test
    void as_many_are_woken_as_an_advisor_who_comes_has_slots() {
        for (var offer : List.of("o1", "o2", "o3")) {
            get(slots.hold(wish(offer, "unknown", "fr", offer.substring(1) + "00")));
        }

        come("ada");

        assertThat(woken)
                .containsExactly(
                        wish("o3", "unknown", "fr", "1").visitor(),
                        wish("o2", "unknown", "fr", "1").visitor());
    }

    @Test
    void she_who_gets_a_slot_no_longer_waits() {
        get(slots.hold(wish("o1", "unknown", "fr", "100")));
        listens = false;
        come("bea");
        woken.clear();
        get(slots.hold(wish("o1", "unknown", "fr", "100")));

        get(slots.release("o1"));

        assertThat(woken).isEmpty();
    }

    @Test
    void nobody_lighter_comes_between_a_slot_and_whoever_is_called_for_it() {
        come("bea");
        get(slots.hold(wish("o1", "unknown", "fr", "100")));
        get(slots.hold(wish("heavy", "unknown", "fr", "5000")));
        get(slots.release("o1"));

        boolean light = get(slots.hold(wish("light", "unknown", "fr", "50")));
        boolean heavy = get(slots.hold(wish("heavy", "unknown", "fr", "5000")));

        assertThat(light).isFalse();
        assertThat(heavy).isTrue();
    }

    @Test
    void whoever_is_called_and_does_not_take_the_slot_leaves_it_to_the_next_at_once() {
        come("bea");
        get(slots.hold(wish("o1", "unknown", "fr", "100")));
        get(slots.hold(wish("light", "unknown", "fr", "50")));
        get(slots.hold(wish("heavy", "unknown", "fr", "5000")));
        get(slots.release("o1"));

        get(slots.looked(wish("heavy", "unknown", "fr", "5000").visitor()));

        assertThat(woken).containsExactly(visitor("heavy"), visitor("light"));
        assertThat(get(slots.hold(wish("light", "unknown", "fr", "50")))).isTrue();
    }

    @Test
    void a_call_that_nobody_hears_is_made_again_and_then_goes_to_the_next() {
        come("bea");
        get(slots.hold(wish("o1", "unknown", "fr", "100")));
        get(slots.hold(wish("light", "unknown", "fr", "50")));
        get(slots.hold(wish("heavy", "unknown", "fr", "5000")));
        get(slots.release("o1"));

        now = now.plusSeconds(2);
        reap();
        now = now.plusSeconds(2);
        reap();

        assertThat(woken).containsExactly(visitor("heavy"), visitor("heavy"), visitor("light"));
    }

    @Test
    void whose_calls_are_lost_waits_on_and_is_called_for_the_next_slot_before_whoever_is_lighter() {
        come("bea");
        get(slots.hold(wish("o1", "unknown", "fr", "100")));
        get(slots.hold(wish("lighter", "unknown", "fr", "50")));
        get(slots.hold(wish("lightest", "unknown", "fr", "40")));
        get(slots.hold(wish("heavy", "unknown", "fr", "5000")));
        get(slots.release("o1"));
        bothCallsAreLost();
        get(slots.hold(wish("lighter", "unknown", "fr", "50")));
        woken.clear();

        get(slots.release("lighter"));

        assertThat(woken).containsExactly(visitor("heavy"));
    }

    @Test
    void whose_calls_are_lost_is_called_again_at_once_if_nobody_else_waits() {
        come("bea");
        get(slots.hold(wish("o1", "unknown", "fr", "100")));
        get(slots.hold(wish("heavy", "unknown", "fr", "5000")));
        get(slots.release("o1"));

        bothCallsAreLost();

        assertThat(woken).containsExactly(visitor("heavy"), visitor("heavy"), visitor("heavy"));
    }

    @Test
    void who_asks_no_more_while_calls_are_lost_leaves_the_line() {
        come("bea");
        get(slots.hold(wish("o1", "unknown", "fr", "100")));
        get(slots.hold(wish("heavy", "unknown", "fr", "5000")));
        get(slots.release("o1"));

        for (int i = 0; i < 10; i++) {
            bothCallsAreLost();
        }

        assertThat(woken).hasSize(8);
        assertThat(taken("bea")).isZero();
    }

    @Test
    void whoever_is_called_by_an_advisor_who_then_goes_waits_on() {
        come("ada");
        get(slots.hold(wish("o1", "unknown", "en", "100")));
        get(slots.hold(wish("o2", "unknown", "en", "100")));
        get(slots.hold(wish("light", "unknown", "en", "50")));
        get(slots.hold(wish("heavy", "unknown", "en", "5000")));
        get(slots.release("o1"));
        get(slots.presence().set("ada", Standing.State.AWAY));
        reap();
        woken.clear();

        come("ada");

        assertThat(woken).first().isEqualTo(visitor("heavy"));
    }

    private void bothCallsAreLost() {
        for (int i = 0; i < 2; i++) {
            now = now.plusSeconds(2);
            come("bea");
            reap();
        }
    }

    @Test
    void who_lets_an_offer_go_unseen_comes_after_whoever_waits_and_is_asked_again_once_nobody_does() {
        come("bea");
        get(slots.hold(wish("hidden", "unknown", "fr", "9000")));
        get(slots.hold(wish("light", "unknown", "fr", "50")));
        // As the engine has it: the moment still holds, and asks again in the step in which its offer is lost.
        onLost = offer -> slots.hold(wish(offer, "unknown", "fr", "9000")).replaceWithVoid();
        now = now.plus(Slots.UNSEEN);
        come("bea");
        woken.clear();

        reap();
        boolean again = get(slots.hold(wish("hidden", "unknown", "fr", "9000")));
        get(slots.hold(wish("light", "unknown", "fr", "50")));
        var first = List.copyOf(woken);
        get(slots.release("light"));

        assertThat(again).isFalse();
        assertThat(first).containsExactly(visitor("light"));
        assertThat(woken).containsExactly(visitor("light"), visitor("hidden"));
    }

    @Test
    void another_moment_of_the_same_visitor_is_not_behind() {
        come("bea");
        get(slots.hold(wish("hidden", "unknown", "fr", "9000")));
        now = now.plus(Slots.UNSEEN);
        come("bea");
        reap();
        get(slots.hold(wish("o1", "unknown", "fr", "10")));
        var before = wish("hidden", "unknown", "fr", "9000");
        var next = new Wish(
                "next", before.visitor(), "fr", before.channels(), null, null, "unknown", before.weight(), "t@later");
        get(slots.hold(next));
        get(slots.hold(wish("light", "unknown", "fr", "50")));
        woken.clear();

        get(slots.release("o1"));

        assertThat(woken).containsExactly(before.visitor());
    }
}
