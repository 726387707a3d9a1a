package io.overture.protocol;

import static io.overture.Operator.journalOf;
import static io.overture.protocol.House.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.BrowserClient;
import io.overture.BrowserTab;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered, in which words, and to what answers. */
class OffersIT {

    private final Visit visit = new Visit();
    private final BrowserClient browser = visit.browser;

    @AfterEach
    void close() {
        visit.close();
    }

    @ParameterizedTest
    @CsvSource({"fr-FR, fr, Volontiers", "fr, fr, Volontiers", "en-GB, en, 'Yes, please'", "sw, en, 'Yes, please'"})
    void an_invitation_in_her_language(String hers, String language, String accept) {
        var tab = browser.speaks(hers).open(NODE);

        visit.sees("precious", 9_000);

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
        visit.sees("precious", 9_000);
        var card = tab.next("invitation");

        assertThat(tab.next("invitation")).isEqualTo(card);

        tab.answer(Visit.id(card), "shown");
        tab.next("ack");
        assertThat(browser.open(NODE).next("invitation")).isEqualTo(card);
    }

    @Test
    void accepted_by_the_channel_she_chose() {
        var tab = browser.open(NODE);
        visit.sees("precious", 9_000);
        var id = Visit.id(tab.next("invitation"));

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
        visit.sees("precious", 9_000);
        var id = Visit.id(tab.next("invitation"));
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
        visit.sees("precious", 9_000);
        var id = Visit.id(tab.next("invitation"));
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
        visit.sees("brief", 9_000);
        var card = tab.next("invitation");
        var withdrawn = tab.next("withdraw");
        assertThat(withdrawn.path("id").asText()).isEqualTo(Visit.id(card));
        assertThat(withdrawn.path("reason").asText()).isEqualTo("expired");

        tab.answer(Visit.id(card), "accepted");

        assertThat(tab.next("ack").path("id").asText()).isEqualTo(Visit.id(card));
        assertThat(tab.next("withdraw").path("reason").asText()).isEqualTo("expired");
        assertThat(tab.all("conversation")).isEmpty();
    }
}
