package io.overture.book;

import static io.overture.book.Written.valid;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.book.House.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books that are valid, in houses where some of what they say cannot happen. */
class DoubtsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Shop FULL = new Shop("full", true, true);
    private static final Shop BARE = new Shop("bare", false, false);
    private static final Set<String> CHANNELS = Set.of("chat", "video");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{stake: {atLeast: 1}}",
                "{cart: {atLeast: 2000}}",
                "{views: {atLeast: 2, within: 1h, minPrice: 900}}",
                "{client: {known: true}}",
                "{client: {tier: [vic]}}",
                "{all: [{idle: {atLeast: 1m}}, {cart: {atLeast: 1}}]}",
                "{any: [{cart: {atLeast: 1}}, {client: {known: true}}]}",
                "{not: {client: {known: false}}}",
                "{not: {any: [{idle: {atLeast: 1m}}, {client: {known: false}}]}}",
                "{not: {stake: {atMost: 500}}}",
            })
    void where_nobody_knows_prices_or_clients_it_can_never_hold(String condition) {
        assertThat(doubts(condition, FULL)).isEmpty();
        assertThat(doubts(condition, BARE)).singleElement().satisfies(doubt -> {
            assertThat(doubt.says()).startsWith("It can never hold: ");
            assertThat(doubt.trigger()).isEqualTo("t");
            assertThat(doubt.pointer()).isEqualTo("/triggers/0/when");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{idle: {atLeast: 1m}}",
                "{stake: {atMost: 500}}",
                "{client: {known: false}}",
                "{not: {client: {known: true}}}",
                "{not: {cart: {atLeast: 1}}}",
                "{not: {all: [{idle: {atLeast: 1m}}, {client: {known: true}}]}}",
                "{any: [{idle: {atLeast: 1m}}, {cart: {atLeast: 1}}]}",
                "{views: {atLeast: 2, within: 1h}}",
            })
    void what_may_hold_anywhere_is_not_doubted(String condition) {
        assertThat(doubts(condition, BARE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{all: [{client: {known: false}}, {client: {tier: [vic]}}]}",
                "{all: [{client: {tier: [gold]}}, {client: {tier: [vic]}}]}",
                "{all: [{stake: {atLeast: 900}}, {all: [{stake: {atMost: 100}}, {idle: {atLeast: 1m}}]}]}",
            })
    void what_excludes_itself_never_holds(String condition) {
        assertThat(doubts(condition, FULL))
                .singleElement()
                .extracting(Doubt::says)
                .isEqualTo("It can never hold: its conditions exclude each other.");
    }

    @Test
    void at_some_of_the_sites_says_at_which() {
        var doubts = doubts("{cart: {atLeast: 1}}", FULL, BARE);

        assertThat(doubts)
                .singleElement()
                .extracting(Doubt::says)
                .isEqualTo("It can never hold at bare: nobody says what items cost.");
    }

    @ParameterizedTest
    @CsvSource({
        "'[chat]', ''",
        "'[chat, call]', 'No desk serves call, which it offers.'",
        "'[call, appointment]', 'It can never be offered: no desk serves call or appointment.'"
    })
    void a_channel_needs_a_desk(String channels, String says) {
        var book = "currency: EUR\ntriggers:\n- {id: t, when: {idle: {atLeast: 1m}}, intent: 1, offer: {channels: %s}}"
                .formatted(channels);

        var doubts = Doubts.of(valid(book), new House(List.of(FULL), CHANNELS), NOW);

        assertThat(doubts.stream().map(Doubt::says)).isEqualTo(says.isEmpty() ? List.of() : List.of(says));
    }

    @Test
    void without_desks_nothing_is_known_of_channels() {
        var book =
                "currency: EUR\ntriggers:\n- {id: t, when: {idle: {atLeast: 1m}}, intent: 1, offer: {channels: [call]}}";

        assertThat(Doubts.of(valid(book), new House(List.of(FULL), Set.of()), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // floor, assume, intent, doubted where nobody knows prices
        "100, 99,  1,   true",
        "100, 100, 1,   false",
        "100, 50,  1,   false",
        "100, 200, 0.1, true",
        "0,   0,   1,   false",
    })
    void what_weighs_less_than_the_floor_is_never_offered(String floor, String assume, String intent, boolean doubted) {
        var boost = assume.equals("50") ? ", boost: [{when: {idle: {atLeast: 2m}}, times: 2}]" : "";
        var book =
                ("currency: EUR\nfloor: %s\ntriggers:\n- {id: t, when: {idle: {atLeast: 1m}}, intent: %s, assume: %s,"
                                + " offer: {}%s}")
                        .formatted(floor, intent, assume, boost);

        var bare = Doubts.of(valid(book), new House(List.of(BARE), CHANNELS), NOW);
        var full = Doubts.of(valid(book), new House(List.of(FULL), CHANNELS), NOW);

        assertThat(!bare.isEmpty()).isEqualTo(doubted);
        assertThat(full).isEmpty();
    }

    @Test
    void what_has_ended_and_what_offers_nothing() {
        var ended = "currency: EUR\ntriggers:\n- {id: t, when: {idle: {atLeast: 1m}}, intent: 1, offer: {},"
                + " active: {until: 2026-11-30T00:00:00Z}}";
        var mute = "currency: EUR\nlimits: {perSession: 0}\ntriggers: []";

        assertThat(Doubts.of(valid(ended), new House(List.of(FULL), CHANNELS), NOW))
                .extracting(Doubt::pointer)
                .containsExactly("/triggers/0/active/until");
        assertThat(Doubts.of(valid(mute), new House(List.of(FULL), CHANNELS), NOW))
                .extracting(Doubt::pointer)
                .containsExactly("/limits/perSession", "/triggers");
    }

    @Test
    void nothing_of_the_shipped_book_is_doubted_in_a_house_that_has_everything() throws Exception {
        var channels = Set.of("chat", "call", "video", "appointment");
        try (var text = DoubtsTest.class.getResourceAsStream("/books/default.yaml")) {
            var book = valid(new String(text.readAllBytes(), UTF_8));

            assertThat(Doubts.of(book, new House(List.of(FULL), channels), NOW)).isEmpty();
        }
    }

    private static List<Doubt> doubts(String condition, Shop... shops) {
        var book = "currency: EUR\ntriggers:\n- {id: t, when: %s, intent: 1, offer: {}}".formatted(condition);
        return Doubts.of(valid(book), new House(List.of(shops), CHANNELS), NOW);
    }
}
