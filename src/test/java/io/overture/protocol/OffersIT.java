package io.overture.protocol;

import static io.overture.Operator.explain;
import static io.overture.Operator.journalOf;
import static io.overture.protocol.House.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.BrowserClient;
import io.overture.BrowserTab;
import io.overture.Ga4;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered, in which words, to what answers; and what is not offered, and why. */
class OffersIT {

    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final BrowserClient browser = new BrowserClient();

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"fr-FR, fr, Volontiers", "fr, fr, Volontiers", "en-GB, en, 'Yes, please'", "sw, en, 'Yes, please'"})
    void an_invitation_in_her_language(String hers, String language, String accept) {
        var tab = browser.speaks(hers).open(NODE);

        sees("precious", 9_000);

        var card = tab.next("invitation");
        var expected = System.currentTimeMillis() + Duration.ofMinutes(2).toMillis();
        assertThat(card.path("trigger").asText()).isEqualTo("precious");
        assertThat(card.path("item").asText()).isEqualTo("precious-1");
        assertThat(card.path("language").asText()).isEqualTo(language);
        assertThat(card.at("/copy/accept").asText()).isEqualTo(accept);
        assertThat(card.path("channels")).extracting(JsonNode::asText).containsExactly("chat", "call");
        assertThat(card.path("expiresAt").longValue()).isCloseTo(expected, within(10_000L));
    }

    @Test
    void until_shown_it_is_sent_again_and_afterwards_only_to_who_is_welcomed() {
        var tab = browser.open(NODE);
        sees("precious", 9_000);
        var card = tab.next("invitation");

        assertThat(tab.next("invitation")).isEqualTo(card);

        tab.answer(id(card), "shown");
        tab.next("ack");
        assertThat(browser.open(NODE).next("invitation")).isEqualTo(card);
    }

    @Test
    void accepted_by_the_channel_she_chose() {
        var tab = browser.open(NODE);
        sees("precious", 9_000);
        var id = id(tab.next("invitation"));

        tab.send(BrowserTab.frame("invitation")
                .put("id", id)
                .put("response", "accepted")
                .put("channel", "call"));

        assertThat(tab.next("ack").path("id").asText()).isEqualTo(id);
        var conversation = tab.next("conversation");
        assertThat(conversation.path("id").asText()).isEqualTo(id);
        assertThat(conversation.path("state").asText()).isEqualTo("waiting");
        var closed = journalOf(NODE, browser, "invitation_closed").getFirst();
        assertThat(closed.path("shown").asBoolean()).isTrue();
        assertThat(closed.path("channel").asText()).isEqualTo("call");
    }

    @Test
    void said_again_it_is_acknowledged_and_no_more() {
        var tab = browser.open(NODE);
        sees("precious", 9_000);
        var id = id(tab.next("invitation"));
        tab.answer(id, "declined");
        tab.next("ack");

        tab.answer(id, "declined");

        tab.next("ack");
        assertThat(tab.all("withdraw")).isEmpty();
        assertThat(journalOf(NODE, browser, "invitation_closed")).hasSize(1);
    }

    @Test
    void the_first_answer_wins() {
        var tab = browser.open(NODE);
        var other = browser.open(NODE);
        sees("precious", 9_000);
        var id = id(tab.next("invitation"));
        tab.answer(id, "dismissed");
        assertThat(other.next("withdraw").path("reason").asText()).isEqualTo("answered_elsewhere");

        other.answer(id, "accepted");

        assertThat(other.next("ack").path("id").asText()).isEqualTo(id);
        assertThat(other.next("withdraw").path("reason").asText()).isEqualTo("answered_elsewhere");
        assertThat(journalOf(NODE, browser, "invitation_closed"))
                .singleElement()
                .satisfies(closed -> assertThat(closed.path("outcome").asText()).isEqualTo("dismissed"));
    }

    @Test
    void it_expires_by_itself_and_an_answer_comes_too_late() {
        var tab = browser.open(NODE);
        sees("brief", 9_000);
        var card = tab.next("invitation");
        var withdrawn = tab.next("withdraw");
        assertThat(withdrawn.path("id").asText()).isEqualTo(id(card));
        assertThat(withdrawn.path("reason").asText()).isEqualTo("expired");

        tab.answer(id(card), "accepted");

        assertThat(tab.next("ack").path("id").asText()).isEqualTo(id(card));
        assertThat(tab.next("withdraw").path("reason").asText()).isEqualTo("expired");
        assertThat(tab.all("conversation")).isEmpty();
    }

    @Test
    void the_heaviest_is_offered_and_the_other_outweighed() {
        var tab = browser.open(NODE);

        sees("pair", 9_000);

        assertThat(tab.next("invitation").path("trigger").asText()).isEqualTo("greater");
        assertThat(verdict("lesser")).isEqualTo("outweighed");
    }

    @Test
    void nobody_to_reach() {
        sees("precious", 9_000);
        assertThat(verdict("precious")).isEqualTo("unreachable");

        var tab = browser.open(NODE);

        assertThat(tab.next("invitation").path("trigger").asText()).isEqualTo("precious");
    }

    @Test
    void below_the_floor() {
        browser.open(NODE);

        sees("precious", 199);

        assertThat(verdict("precious")).isEqualTo("pacing");
        browser.happens(NODE, Ga4.named("gift_option"));
        assertThat(verdict("precious")).isEqualTo("offered");
    }

    @Test
    void what_the_trigger_assumes_when_nothing_is_known() {
        var tab = browser.open(NODE);

        browser.happens(NODE, settled(), Ga4.search(0));

        assertThat(tab.next("invitation").path("trigger").asText()).isEqualTo("nothing-found");
        assertThat(weight("nothing-found")).isEqualByComparingTo("400");
    }

    @Test
    void weight_is_stake_by_relationship_by_intent_by_what_boosts() {
        browser.carries(House.token("ada", "vic"));
        sees("precious", 10_000);
        assertThat(weight("precious")).isEqualByComparingTo("15000");

        browser.happens(NODE, Ga4.named("gift_option"));

        assertThat(weight("precious")).isEqualByComparingTo("30000");
    }

    @Test
    void held_out() {
        var tab = browser.carries(House.token("ida", "held")).open(NODE);

        sees("precious", 9_000);

        assertThat(verdict("precious")).isEqualTo("holdout");
        assertThat(explain(NODE, browser).at("/limits/shownThisSession").intValue())
                .isEqualTo(1);
        assertThat(tab.all("invitation")).isEmpty();
    }

    @Test
    void only_the_advisors_are_told() {
        var context = JsonNodeFactory.instance.objectNode();
        context.putObject("campaign").put("source", "vogue").put("medium", "editorial");
        var tab = browser.says(context).open(NODE);

        browser.happens(NODE, settled());

        assertThat(verdict("from-the-press")).isEqualTo("alerted");
        assertThat(tab.all("invitation")).isEmpty();
    }

    @Test
    void out_of_its_season_a_trigger_never_holds() {
        browser.open(NODE);

        sees("seasonal", 9_000);

        var explained = explain(NODE, browser, "out-of-season");
        assertThat(explained.path("holds").asBoolean()).isFalse();
        assertThat(explained.path("from").isNull()).isTrue();
        assertThat(explained.at("/when/holds").asBoolean()).isTrue();
    }

    @Test
    void a_sessions_first_moments_are_hers() {
        var tab = browser.open(NODE);

        browser.happens(NODE, Ga4.view("precious-1", "precious", 9_000));

        assertThat(blocked()).isEqualTo("settle");
        assertThat(verdict("precious")).isEqualTo("limits");
        tab.next("invitation");
        var offered = journalOf(NODE, browser, "invitation_offered").getFirst();
        var began = journalOf(NODE, browser, "beacon").getFirst();
        assertThat(offered.path("at").longValue() - began.at("/events/0/at").longValue())
                .isBetween(1_000L, 3_000L);
    }

    @Test
    void never() {
        browser.open(NODE);

        browser.happens(NODE, settled(), Ga4.named("complaint"), Ga4.view("precious-1", "precious", 9_000));

        assertThat(blocked()).isEqualTo("never");
        assertThat(verdict("precious")).isEqualTo("limits");
    }

    @Test
    void after_a_card_there_is_a_pause_and_after_two_there_are_no_more() {
        var tab = browser.open(NODE);
        sees("brief", 9_000);
        tab.answer(id(tab.next("invitation")), "shown");
        tab.next("withdraw");
        browser.happens(NODE, Ga4.view("precious-1", "precious", 9_000));
        assertThat(blocked()).isEqualTo("cooldown");

        tab.answer(id(tab.next("invitation")), "shown");

        tab.next("ack");
        tab.next("ack");
        assertThat(blocked()).isEqualTo("perSession");
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
        sees("precious", 9_000);
        tab.answer(id(tab.next("invitation")), "declined");
        tab.next("ack");

        var again = browser.comesAgain().open(NODE);
        sees("precious", 9_000);

        assertThat(blocked()).isEqualTo("afterDecline");
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
        browser.happens(NODE, settled());
        browser.comesAgain();
        var tab = browser.open(NODE);
        browser.happens(NODE, settled());

        var answer = browser.post(NODE, late);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(journalOf(NODE, browser, "beacon").getLast().path("late").asBoolean())
                .isTrue();
        assertThat(explain(NODE, browser, "precious").path("holds").asBoolean()).isFalse();
        assertThat(tab.all("invitation")).isEmpty();
    }

    /** A piece of a category, half a minute into the visit. */
    private void sees(String category, int euros) {
        browser.happens(NODE, settled(), Ga4.view(category + "-1", category, euros));
    }

    private static ObjectNode settled() {
        return Ga4.ago(SETTLED, Ga4.named("page_view"));
    }

    private static String id(JsonNode card) {
        return card.path("id").asText();
    }

    private String verdict(String trigger) {
        return explain(NODE, browser, trigger).path("verdict").asText();
    }

    private BigDecimal weight(String trigger) {
        return explain(NODE, browser, trigger).path("weight").decimalValue();
    }

    private String blocked() {
        return explain(NODE, browser).at("/limits/blocked/limit").asText();
    }
}
