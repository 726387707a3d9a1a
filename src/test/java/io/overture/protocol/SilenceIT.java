package io.overture.protocol;

import static io.overture.Operator.explain;
import static io.overture.Operator.journalOf;
import static io.overture.protocol.House.NODE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.overture.BrowserClient;
import io.overture.Ga4;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a moment weighs, what is not offered, and why. */
class SilenceIT {

    private final Visit visit = new Visit();
    private final BrowserClient browser = visit.browser;

    @AfterEach
    void close() {
        visit.close();
    }

    @Test
    void the_heaviest_is_offered_and_the_other_outweighed() {
        var tab = browser.open(NODE);

        visit.sees("pair", 9_000);

        assertThat(tab.next("invitation").path("trigger").asText()).isEqualTo("greater");
        assertThat(visit.verdict("lesser")).isEqualTo("outweighed");
    }

    @Test
    void nobody_to_reach() {
        visit.sees("precious", 9_000);
        assertThat(visit.verdict("precious")).isEqualTo("unreachable");

        var tab = browser.open(NODE);

        assertThat(tab.next("invitation").path("trigger").asText()).isEqualTo("precious");
    }

    @Test
    void below_the_floor() {
        browser.open(NODE);

        visit.sees("precious", 199);

        assertThat(visit.verdict("precious")).isEqualTo("pacing");
        browser.happens(NODE, Ga4.named("gift_option"));
        assertThat(visit.verdict("precious")).isEqualTo("offered");
    }

    @Test
    void what_the_trigger_assumes_when_nothing_is_known() {
        var tab = browser.open(NODE);

        browser.happens(NODE, Visit.settled(), Ga4.search(0));

        assertThat(tab.next("invitation").path("trigger").asText()).isEqualTo("nothing-found");
        assertThat(visit.weight("nothing-found")).isEqualByComparingTo("400");
    }

    @Test
    void weight_is_stake_by_relationship_by_intent_by_what_boosts() {
        browser.carries(House.token("ada", "vic"));
        visit.sees("precious", 10_000);
        assertThat(visit.weight("precious")).isEqualByComparingTo("15000");

        browser.happens(NODE, Ga4.named("gift_option"));

        assertThat(visit.weight("precious")).isEqualByComparingTo("30000");
    }

    @Test
    void held_out() {
        var tab = browser.carries(House.token("ida", "held")).open(NODE);

        visit.sees("precious", 9_000);

        assertThat(visit.verdict("precious")).isEqualTo("holdout");
        assertThat(explain(NODE, browser).at("/limits/shownThisSession").intValue())
                .isEqualTo(1);
        assertThat(tab.all("invitation")).isEmpty();
    }

    @Test
    void only_the_advisors_are_told() {
        var context = JsonNodeFactory.instance.objectNode();
        context.putObject("campaign").put("source", "vogue").put("medium", "editorial");
        var tab = browser.says(context).open(NODE);

        browser.happens(NODE, Visit.settled());

        assertThat(visit.verdict("from-the-press")).isEqualTo("alerted");
        assertThat(tab.all("invitation")).isEmpty();
    }

    @Test
    void out_of_its_season_a_trigger_never_holds() {
        browser.open(NODE);

        visit.sees("seasonal", 9_000);

        var explained = visit.explained("out-of-season");
        assertThat(explained.path("holds").asBoolean()).isFalse();
        assertThat(explained.path("from").isNull()).isTrue();
        assertThat(explained.at("/when/holds").asBoolean()).isTrue();
    }

    @Test
    void a_sessions_first_moments_are_hers() {
        var tab = browser.open(NODE);

        browser.happens(NODE, Ga4.view("precious-1", "precious", 9_000));

        assertThat(visit.blocked()).isEqualTo("settle");
        assertThat(visit.verdict("precious")).isEqualTo("limits");
        tab.next("invitation");
        var offered = journalOf(NODE, browser, "invitation_offered").getFirst();
        var began = journalOf(NODE, browser, "beacon").getFirst();
        assertThat(offered.path("at").longValue() - began.at("/events/0/at").longValue())
                .isBetween(1_000L, 3_000L);
    }

    @Test
    void never() {
        browser.open(NODE);

        browser.happens(NODE, Visit.settled(), Ga4.named("complaint"), Ga4.view("precious-1", "precious", 9_000));

        assertThat(visit.blocked()).isEqualTo("never");
        assertThat(visit.verdict("precious")).isEqualTo("limits");
    }

    @Test
    void after_a_card_there_is_a_pause_and_after_two_there_are_no_more() {
        var tab = browser.open(NODE);
        visit.sees("brief", 9_000);
        tab.answer(Visit.id(tab.next("invitation")), "shown");
        tab.next("withdraw");
        browser.happens(NODE, Ga4.view("precious-1", "precious", 9_000));
        assertThat(visit.blocked()).isEqualTo("cooldown");

        tab.answer(Visit.id(tab.next("invitation")), "shown");

        tab.next("ack");
        tab.next("ack");
        assertThat(visit.blocked()).isEqualTo("perSession");
        var shown = journalOf(NODE, browser, "invitation_shown")
                .getFirst()
                .path("at")
                .longValue();
        var again = journalOf(NODE, browser, "invitation_offered")
                .getLast()
                .path("at")
                .longValue();
        assertThat(again - shown).isBetween(4_000L, 6_000L);
    }

    @Test
    void a_no_is_heard_in_the_next_visit_too() {
        var tab = browser.open(NODE);
        visit.sees("precious", 9_000);
        tab.answer(Visit.id(tab.next("invitation")), "declined");
        tab.next("ack");

        var again = browser.comesAgain().open(NODE);
        visit.sees("precious", 9_000);

        assertThat(visit.blocked()).isEqualTo("afterDecline");
        again.next("invitation");
        var refused = journalOf(NODE, browser, "invitation_closed")
                .getFirst()
                .path("at")
                .longValue();
        var offered = journalOf(NODE, browser, "invitation_offered")
                .getLast()
                .path("at")
                .longValue();
        assertThat(offered - refused).isBetween(5_000L, 7_000L);
    }

    @Test
    void what_comes_late_from_an_ended_visit_fires_nothing() {
        var late = browser.beacon(Ga4.view("precious-1", "precious", 9_000), Ga4.purchase("T-1", "W-1", "watches", 5));
        browser.happens(NODE, Visit.settled());
        browser.comesAgain();
        var tab = browser.open(NODE);
        browser.happens(NODE, Visit.settled());

        var answer = browser.post(NODE, late);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(journalOf(NODE, browser, "beacon").getLast().path("late").asBoolean())
                .isTrue();
        assertThat(visit.explained("precious").path("holds").asBoolean()).isFalse();
        assertThat(tab.all("invitation")).isEmpty();
    }
}
