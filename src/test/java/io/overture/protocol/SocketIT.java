package io.overture.protocol;

import static io.overture.BrowserTab.frame;
import static io.overture.Operator.journalOf;
import static io.overture.protocol.House.NODE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.BrowserClient;
import io.overture.BrowserTab;
import io.overture.Ga4;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The visitor socket: greeting, acknowledgements, conversations, and how it ends. */
class SocketIT {

    private final BrowserClient browser = new BrowserClient();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void welcome() {
        var tab = browser.dial(NODE);

        tab.hello();

        var welcome = tab.next("welcome");
        assertThat(tab.subprotocol()).isEqualTo("overture.v1");
        assertThat(welcome.path("serverTime").longValue()).isPositive();
        assertThat(welcome.path("heartbeat").longValue()).isEqualTo(25_000);
    }

    @Test
    void a_batch_is_acknowledged_by_its_source_and_number_and_again_when_repeated() {
        var tab = browser.open(NODE);
        var batch = browser.frame(Ga4.view("W-1", "watches", 900));
        tab.send(batch);
        var first = tab.next("ack");

        tab.send(batch);

        assertThat(tab.next("ack")).isEqualTo(first);
        assertThat(first.path("source").asText()).isEqualTo(browser.source());
        assertThat(first.path("seq").longValue()).isEqualTo(1);
        assertThat(journalOf(NODE, browser, "beacon")).hasSize(1);
    }

    @Test
    void one_numbering_for_both_doors() {
        var tab = browser.open(NODE);
        tab.send(browser.frame(Ga4.view("W-1", "watches", 900)));
        tab.next("ack");

        var answer = browser.post(NODE, browser.beacon(1, Ga4.view("W-1", "watches", 900)));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(journalOf(NODE, browser, "beacon")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"hello\"", "{}", "{\"type\":\"greeting\"}", "{\"type\":7}"})
    void what_is_not_understood(String text) {
        var tab = browser.open(NODE);

        tab.send(text);

        assertThat(tab.closeCode()).isEqualTo(4400);
    }

    @Test
    void bytes() {
        var tab = browser.open(NODE);

        tab.sendBytes(new byte[] {1, 2, 3});

        assertThat(tab.closeCode()).isEqualTo(4400);
    }

    @Test
    void something_else_before_the_greeting() {
        var tab = browser.dial(NODE);

        tab.send(browser.frame(Ga4.named("page_view")));

        assertThat(tab.closeCode()).isEqualTo(4401);
    }

    @Test
    void no_greeting_at_all() {
        var tab = browser.dial(NODE);

        assertThat(tab.closeCode()).isEqualTo(4401);
    }

    @Test
    void another_shops_page() {
        var tab = browser.dial(NODE, "https://elsewhere.example");

        tab.hello();

        assertThat(tab.closeCode()).isEqualTo(4403);
    }

    @Test
    void a_wrong_batch_is_refused_with_every_error_and_the_socket_stays() {
        var tab = browser.open(NODE);
        var wrong = browser.frame(Ga4.named(""));
        wrong.put("sentAt", "yesterday");

        tab.send(wrong);

        var error = tab.next("error");
        assertThat(error.path("code").asText()).isEqualTo("invalid");
        assertThat(error.path("source").asText()).isEqualTo(browser.source());
        assertThat(error.path("seq").longValue()).isEqualTo(1);
        assertThat(error.path("errors").findValuesAsText("pointer")).contains("/sentAt", "/events/0/name");
        tab.send(browser.frame(Ga4.named("page_view")));
        assertThat(tab.next("ack").path("seq").longValue()).isEqualTo(2);
    }

    @Test
    void she_asks_for_an_advisor_and_writes() {
        var tab = browser.open(NODE);
        var other = browser.open(NODE);

        tab.send(frame("request").put("id", "ask-1").put("item", "W-1").put("channel", "chat"));

        var conversation = tab.next("conversation");
        assertThat(conversation.path("id").asText()).isEqualTo("ask-1");
        assertThat(conversation.path("state").asText()).isEqualTo("waiting");
        var message =
                frame("message").put("conversation", "ask-1").put("id", "m-1").put("text", "Bonjour");
        tab.send(message);
        assertThat(tab.next("ack").path("id").asText()).isEqualTo("m-1");
        tab.send(message);
        assertThat(tab.next("ack").path("id").asText()).isEqualTo("m-1");
        assertThat(other.next("message").path("text").asText()).isEqualTo("Bonjour");
        var later = browser.open(NODE);
        assertThat(later.next("conversation").path("id").asText()).isEqualTo("ask-1");
        assertThat(later.next("message").path("from").asText()).isEqualTo("visitor");
        assertThat(later.all("message")).hasSize(1);
        assertThat(other.all("message")).hasSize(1);
    }

    @Test
    void a_message_to_no_conversation() {
        var tab = browser.open(NODE);

        tab.send(frame("message").put("conversation", "none").put("id", "m-1").put("text", "Bonjour"));

        var error = tab.next("error");
        assertThat(error.path("code").asText()).isEqualTo("invalid");
        assertThat(error.path("id").asText()).isEqualTo("m-1");
    }

    @Test
    void an_answer_to_an_invitation_nobody_knows_is_acknowledged_and_then_withdrawn() {
        var tab = browser.open(NODE);

        tab.answer("nobody-knows-it", "accepted");

        tab.next("withdraw");
        assertThat(types(tab)).endsWith("ack", "withdraw");
        assertThat(tab.all("withdraw").getFirst().path("id").asText()).isEqualTo("nobody-knows-it");
    }

    private static List<String> types(BrowserTab tab) {
        return tab.frames().stream()
                .map((JsonNode frame) -> frame.path("type").asText())
                .toList();
    }
}
