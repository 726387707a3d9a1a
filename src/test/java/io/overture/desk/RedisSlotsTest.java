package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.desk.Staffs.wish;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.offer.Slots;
import io.overture.offer.Wish;
import io.overture.roster.Desks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedisSlotsTest extends AtSlots {

    @Test
    void without_desks_nothing_is_needed_and_everything_held() {
        slots = node(Desks.NONE, DeskConfig.Staffing.LIVE);

        var held = get(slots.hold(wish("o1", "vic", "fr", "100")));

        assertThat(held).isTrue();
        assertThat(slots.areNeeded()).isFalse();
    }

    @Test
    void staffing_is_assumed_only_as_long_as_nobody_is_there() {
        slots = node(DESKS, DeskConfig.Staffing.ASSUMED);
        boolean before = slots.areNeeded();

        come("ada");

        assertThat(before).isFalse();
        assertThat(slots.areNeeded()).isTrue();
    }

    @Test
    void nobody_there_no_slot() {
        var held = get(slots.hold(wish("o1", "vic", "fr", "100")));

        assertThat(held).isFalse();
        assertThat(slots.areNeeded()).isTrue();
    }

    @Test
    void who_is_busy_is_left_alone_and_keeps_what_she_holds() {
        come("ada");
        get(slots.hold(wish("o1", "vic", "fr", "100")));
        get(slots.presence().set("ada", Standing.State.BUSY));

        boolean another = get(slots.hold(wish("o2", "vic", "fr", "100")));
        reap();

        assertThat(another).isFalse();
        assertThat(taken("ada")).isEqualTo(1);
        assertThat(lost).isEmpty();
    }

    @Test
    void of_those_who_fit_equally_well_the_least_engaged_comes_first() {
        come("ada");
        come("bea");

        for (var offer : List.of("o1", "o2", "o3")) {
            get(slots.presence().read());
            get(slots.hold(wish(offer, "vic", "fr", "100")));
        }

        assertThat(taken("ada")).isEqualTo(2);
        assertThat(taken("bea")).isEqualTo(1);
    }

    @Test
    void a_share_kept_for_one_tier_is_not_given_to_another() {
        come("cleo");

        boolean first = get(slots.hold(wish("o1", "unknown", "en-GB", "100")));
        boolean second = get(slots.hold(wish("o2", "unknown", "en-GB", "100")));
        boolean kept = get(slots.hold(wish("o3", "vic", "en-GB", "100")));

        assertThat(List.of(first, second, kept)).containsExactly(true, false, true);
    }

    @Test
    void strangers_of_one_address_hold_few_slots_and_none_of_them_waits_for_more() {
        slots = node(new Desks(List.of(desk("paris", Map.of(), advisor("ada", 10, "fr")))), DeskConfig.Staffing.LIVE);
        come("ada");
        var held = IntStream.range(0, 8)
                .mapToObj(i -> get(slots.hold(wishAt("o" + i, "unknown", "cellar"))))
                .toList();

        boolean elsewhere = get(slots.hold(wishAt("honest", "unknown", "home")));
        get(slots.release("o0"));
        boolean again = get(slots.hold(wishAt("o8", "unknown", "cellar")));
        boolean client = get(slots.hold(wishAt("vic", "vic", "cellar")));

        assertThat(held).containsExactly(true, true, true, true, false, false, false, false);
        assertThat(List.of(elsewhere, again, client)).containsExactly(true, true, true);
        assertThat(woken).isEmpty();
    }

    @Test
    void an_unseen_hold_ends_and_its_visitor_is_told_until_somebody_listens() {
        come("ada");
        get(slots.hold(wish("o1", "vic", "fr", "100")));
        now = now.plus(Slots.UNSEEN);

        listens = false;
        reapDespiteFailure();
        listens = true;
        reap();
        reap();

        assertThat(lost).containsExactly("o1");
        assertThat(taken("ada")).isZero();
    }

    @Test
    void a_hold_that_is_kept_outlasts_its_first_end() {
        come("ada");
        get(slots.hold(wish("o1", "vic", "fr", "100")));
        get(slots.keep("o1", now.plusSeconds(180)));

        now = now.plus(Slots.UNSEEN);
        come("ada");
        reap();

        assertThat(taken("ada")).isEqualTo(1);
        assertThat(lost).isEmpty();
    }

    @Test
    void another_takes_the_place_of_an_advisor_who_went_away() {
        come("bea");
        get(slots.hold(wish("o1", "vic", "fr", "100")));
        come("ada");
        get(slots.presence().set("bea", Standing.State.AWAY));

        reap();

        assertThat(taken("ada")).isEqualTo(1);
        assertThat(taken("bea")).isZero();
        assertThat(lost).isEmpty();
    }

    @Test
    void the_place_another_gives_back_in_the_same_turn_is_taken_too() {
        come("bea");
        get(slots.hold(wish("o1", "vic", "fr", "100")));
        get(slots.keep("o1", now.plusSeconds(180)));
        get(slots.presence().set("bea", Standing.State.AWAY));
        come("ada");
        get(slots.hold(wish("o2", "vic", "fr", "100")));
        get(slots.hold(wish("o3", "vic", "fr", "100")));
        get(slots.keep("o3", now.plusSeconds(180)));
        now = now.plus(Slots.UNSEEN);
        come("ada");

        reap();

        assertThat(lost).containsExactly("o2");
        assertThat(taken("ada")).isEqualTo(2);
        assertThat(taken("bea")).isZero();
    }

    @Test
    void who_is_out_of_reach_loses_her_holds_when_nobody_takes_her_place() {
        come("ada");
        get(slots.hold(wish("o1", "vic", "fr", "100")));
        get(slots.keep("o1", now.plusSeconds(180)));
        now = now.plus(Presence.LEASE);

        reap();
        reap();

        assertThat(lost).containsExactly("o1");
        assertThat(taken("ada")).isZero();
    }

    @Test
    void a_conversation_passed_on_is_the_others_and_over_it_is_nobodys() {
        come("ada");
        get(slots.hold(wish("o1", "vic", "fr", "100")));
        get(slots.convert("o1", "o1", "ada", "vic"));
        get(slots.convert("o1", "o1", "bea", "vic"));
        var passed = List.of(taken("ada"), taken("bea"));

        get(slots.finish("o1"));
        get(slots.convert("o1", "o1", "bea", "vic"));

        assertThat(passed).containsExactly(0, 1);
        assertThat(taken("bea")).isZero();
    }

    @Test
    void her_consoles_are_known_until_they_close_or_fall_silent() {
        get(slots.presence().here("ada", "one/1"));
        get(slots.presence().here("ada", "two/2"));
        get(slots.presence().here("ada", "two/3"));
        get(slots.presence().left("ada", "two/2"));
        now = now.plusSeconds(10);
        get(slots.presence().here("ada", "two/3"));
        now = now.plusSeconds(10);

        var tabs = get(slots.presence().tabs("ada"));

        assertThat(tabs).containsExactly("two/3");
    }

    @Test
    void of_many_who_ask_at_once_on_many_nodes_exactly_as_many_as_there_are_slots_get_one() throws Exception {
        come("ada");
        come("bea");
        var nodes = IntStream.range(0, 4)
                .mapToObj(i -> node(DESKS, DeskConfig.Staffing.LIVE))
                .toList();
        nodes.forEach(node -> get(node.presence().read()));
        var asks = IntStream.range(0, 64)
                .<Callable<Boolean>>mapToObj(i ->
                        () -> get(nodes.get(i % 4).hold(wish("o" + i, "unknown", "fr", "" + i))))
                .toList();

        try (var threads = Executors.newFixedThreadPool(16)) {
            var held = new ArrayList<Boolean>();
            for (var answer : threads.invokeAll(asks)) {
                held.add(answer.get());
            }

            assertThat(held).filteredOn(each -> each).hasSize(3);
        }
        assertThat(taken("ada") + taken("bea")).isEqualTo(3);
    }

    private static Wish wishAt(String offer, String tier, String place) {
        var plain = wish(offer, tier, "fr", "100");
        return new Wish(
                offer,
                plain.visitor(),
                plain.language(),
                plain.channels(),
                null,
                null,
                tier,
                plain.weight(),
                plain.moment(),
                List.of(place));
    }
}
