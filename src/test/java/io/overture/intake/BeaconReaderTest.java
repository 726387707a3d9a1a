package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Category;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Consent;
import io.overture.visitor.Context;
import io.overture.visitor.Event;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Meaning;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a valid beacon means. */
class BeaconReaderTest {

    private static final long NOW = 1_764_000_000_000L;
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    @Test
    void who_speaks_and_which_batch_it_is() {
        var sent = valid(Documents.BEACON);

        assertThat(sent.speaker())
                .isEqualTo(new Speaker(
                        "demo",
                        Documents.VISITOR,
                        Documents.SESSION,
                        new Consent(true, true),
                        null,
                        "a.b.c",
                        new Context(
                                "fr-FR",
                                "Europe/Paris",
                                null,
                                "fr",
                                "desktop",
                                "www.example.com",
                                new Context.Campaign("vogue", "editorial", "ss27")),
                        false));
        assertThat(sent.batch().source()).isEqualTo("p1");
        assertThat(sent.batch().seq()).isEqualTo(12);
        assertThat(sent.batch().events()).hasSize(5);
        assertThat(sent.batch().tooOld()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-", "null", "{}", "{\"analytics_storage\": \"denied\"}", "{\"analytics_storage\": \"Granted\"}"
            })
    void what_is_not_granted_is_denied(String consent) {
        var sent = valid(Documents.with(Documents.BEACON, "/consent", consent));

        assertThat(sent.speaker().consent()).isEqualTo(new Consent(false, false));
    }

    /** As a browser says it, five seconds before it sends; its clock is ten minutes behind ours. */
    @ParameterizedTest
    @CsvSource({"-5000, -5000", "0, 0", "60000, 0", "-8000000000, -8000000000"})
    void consent_is_said_by_the_browsers_clock_and_may_be_of_any_age(long at, long expected) {
        long sentAt = NOW - 600_000;
        var said = Documents.with(Documents.BEACON, "/sentAt", Long.toString(sentAt));

        var sent = valid(Documents.with(said, "/consent/at", Long.toString(sentAt + at)));

        assertThat(sent.speaker().saidAt()).isEqualTo(Instant.ofEpochMilli(NOW + expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/client", "/context", "/context/campaign", "/context/language", "/events/0/params"})
    void null_is_absent(String pointer) {
        var absent = valid(Documents.with(Documents.BEACON, pointer, "-"));

        var sent = valid(Documents.with(Documents.BEACON, pointer, "null"));

        assertThat(sent).isEqualTo(absent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            /events              | []
            /unheard_of          | {"a": [1, 2, {"b": null}]}
            /seq                 | 9007199254740992
            /seq                 | 12.0
            /seq                 | 1.2e1
            /client              | ""
            /events/0/name       | "n"
            /events/0/name       | "1234567890123456789012345678901234567890"
            /events/0/params     | {}
            /events/0/params/value | 1e12
            /events/0/params/value | 0
            /events/0/params/value | 0.1234560000
            /events/0/params/items | []
            /events/0/params/items/0/price | 1000000000000
            /events/0/params/unheard_of | 1e300
            /events/0/params/items/0/unheard_of | [[1]]
            """)
    void the_edges_of_what_is_valid(String pointer, String value) {
        var decoded = read(Documents.with(Documents.BEACON, pointer, value));

        assertThat(decoded).isInstanceOf(Decoded.Valid.class);
    }

    @Test
    void an_event_nobody_knows_may_mean_anything_by_items() {
        var sent = events("{\"name\": \"mood\", \"at\": %d, \"params\": {\"items\": 3, \"tone\": \"blue\"}}");

        assertThat(sent.getFirst().meaning()).isEqualTo(new Meaning.Other());
        assertThat(sent.getFirst().params()).isEqualTo(Map.of("items", "3", "tone", "blue"));
    }

    static Stream<Arguments> meanings() {
        var watch = item("W-1", "Watch", "watches/dive", "9.5");
        var bare = item("W-2", null, "", null);
        var priceless = item("W-1", "Watch", "watches/dive", null);
        var items = "\"currency\": \"EUR\", \"items\": [{\"item_id\": \"W-1\", \"item_name\": \"Watch\", "
                + "\"item_category\": \"watches\", \"item_category2\": \"dive\", \"price\": 9.50}, {\"item_id\": \"W-2\"}]";
        var lines = List.of(new Line(watch, BigDecimal.ONE), new Line(bare, BigDecimal.ONE));
        return Stream.of(
                Arguments.of("view_item", items, new Meaning.Viewed(List.of(watch, bare))),
                Arguments.of(
                        "view_item",
                        items.replace("EUR", "JPY").replace("9.50", "9.50, \"quantity\": 2"),
                        new Meaning.Viewed(List.of(
                                new Item(
                                        "W-1",
                                        "Watch",
                                        null,
                                        new Category("watches/dive"),
                                        BigMoney.of(CurrencyUnit.JPY, new BigDecimal("9.5"))),
                                bare))),
                Arguments.of(
                        "view_item", items.replace("\"EUR\"", "null"), new Meaning.Viewed(List.of(priceless, bare))),
                Arguments.of("view_item", "", new Meaning.Viewed(List.of())),
                Arguments.of(
                        "view_item",
                        "\"items\": [{\"item_name\": \"Watch\"}]",
                        new Meaning.Viewed(List.of(item("Watch", "Watch", "", null)))),
                Arguments.of(
                        "view_item",
                        "\"items\": [{\"item_id\": 17}]",
                        new Meaning.Viewed(List.of(item("17", null, "", null)))),
                Arguments.of(
                        "view_item",
                        "\"items\": [{\"item_id\": 1e3}]",
                        new Meaning.Viewed(List.of(item("1000", null, "", null)))),
                Arguments.of("add_to_cart", items, new Meaning.AddedToCart(lines)),
                Arguments.of(
                        "add_to_cart",
                        items.replace("9.50", "9.50, \"quantity\": 3"),
                        new Meaning.AddedToCart(List.of(new Line(watch, new BigDecimal("3")), lines.getLast()))),
                Arguments.of(
                        "add_to_cart",
                        items.replace("9.50", "9.50, \"quantity\": 0"),
                        new Meaning.AddedToCart(List.of(lines.getLast()))),
                Arguments.of("remove_from_cart", items, new Meaning.RemovedFromCart(lines)),
                Arguments.of("view_cart", items, new Meaning.CartShown(Optional.of(lines), Optional.empty())),
                Arguments.of("view_cart", "", new Meaning.CartShown(Optional.empty(), Optional.empty())),
                Arguments.of(
                        "view_cart", "\"items\": []", new Meaning.CartShown(Optional.of(List.of()), Optional.empty())),
                Arguments.of(
                        "begin_checkout",
                        "",
                        new Meaning.CartShown(Optional.empty(), Optional.of(CheckoutStep.BEGIN_CHECKOUT))),
                Arguments.of(
                        "add_shipping_info",
                        items,
                        new Meaning.CartShown(Optional.of(lines), Optional.of(CheckoutStep.ADD_SHIPPING_INFO))),
                Arguments.of(
                        "add_payment_info",
                        "",
                        new Meaning.CartShown(Optional.empty(), Optional.of(CheckoutStep.ADD_PAYMENT_INFO))),
                Arguments.of(
                        "purchase",
                        "\"transaction_id\": \"T\", \"value\": 19, " + items,
                        new Meaning.Purchased("T", BigMoney.of(EUR, new BigDecimal("19")), lines)),
                Arguments.of("purchase", "\"value\": 19", new Meaning.Purchased(null, null, List.of())),
                Arguments.of("add_to_wishlist", items, new Meaning.Wished(List.of(watch, bare), true)),
                Arguments.of("remove_from_wishlist", items, new Meaning.Wished(List.of(watch, bare), false)),
                Arguments.of("search", "\"search_term\": \"onyx\", \"results\": 0", new Meaning.Searched(0)),
                Arguments.of("search", "\"search_term\": \"onyx\"", new Meaning.Other()),
                Arguments.of("view_detail", "\"topic\": \"sizing\"", new Meaning.Looked("sizing", null)),
                Arguments.of("view_detail", "\"topic\": \"sizing\", \"item_id\": 7", new Meaning.Looked("sizing", "7")),
                Arguments.of("view_detail", "", new Meaning.Other()),
                Arguments.of(
                        "user_engagement",
                        "\"engagement_time_msec\": 1500.7, \"item_id\": \"W-1\"",
                        new Meaning.Engaged(Duration.ofMillis(1500), new Meaning.On.AnItem("W-1"), true)),
                Arguments.of(
                        "user_engagement",
                        "\"engagement_time_msec\": 1500, \"page\": \"/about\", \"active\": false",
                        new Meaning.Engaged(Duration.ofMillis(1500), new Meaning.On.APage(), false)),
                Arguments.of(
                        "user_engagement", "", new Meaning.Engaged(Duration.ZERO, new Meaning.On.LastViewed(), true)),
                Arguments.of("page_view", "\"page_title\": \"About\"", new Meaning.Other()),
                Arguments.of("customize_item", items, new Meaning.Other()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void meanings(String name, String params, Meaning meaning) {
        var events = events("{\"name\": \"" + name + "\", \"at\": %d, \"params\": {" + params + "}}");

        assertThat(events.getFirst().meaning()).isEqualTo(meaning);
    }

    @Test
    void the_first_eight_scalars_are_kept_in_one_spelling() {
        var events = events("""
                {"name": "mood", "at": %d, "params": {"a": 1.50, "list": [1], "b": true, "c": "x", "d": 1e3, "none": null,
                 "e": "0123456789012345678901234567890123456789012345678901234567890123456789",
                 "f": 0.000, "g": -2, "h": "", "i": "ninth"}}""");

        assertThat(events.getFirst().params())
                .isEqualTo(Map.of("a", "1.5", "b", "true", "c", "x", "d", "1000", "f", "0", "g", "-2", "h", ""));
    }

    @Test
    void engaged_time_keeps_no_parameters() {
        var events = events("{\"name\": \"user_engagement\", \"at\": %d, \"params\": {\"engagement_time_msec\": 1}}");

        assertThat(events.getFirst().params()).isEmpty();
    }

    /** A browser's clock may be anything; the difference between its instants is what counts. */
    @ParameterizedTest(name = "sent at {0}, happened at {1}: {2} ms ago, dropped {3}")
    @CsvSource({
        "1764000000000, 1763999990000, 10000, 0",
        "1764000000000, 1764000000000, 0, 0",
        "1764000000000, 1764000005000, 0, 0",
        "0, 0, 0, 0",
        "5000, 1000, 4000, 0",
        "0, 9007199254740992, 0, 0",
        "4102444800000, 4102444799000, 1000, 0",
        "1764000000000, 1763913600000, 86400000, 0",
        "1764000000000, 1763913599999, , 1",
        "9007199254740992, 0, , 1"
    })
    void the_clock(long sentAt, long at, @Nullable Long ago, int dropped) {
        var body = Documents.with(
                Documents.with(Documents.BEACON, "/events", "[{\"name\": \"a\", \"at\": %d}]".formatted(at)),
                "/sentAt",
                Long.toString(sentAt));

        var batch = valid(body).batch();

        assertThat(batch.tooOld()).isEqualTo(dropped);
        assertThat(batch.events().stream().map(event -> NOW - event.at().toEpochMilli()))
                .isEqualTo(ago == null ? List.of() : List.of(ago));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.Example.com/a?b=c, www.example.com",
        "http://example.com, example.com",
        "https://user:secret@example.com:8443/x, example.com",
        "android-app://com.example.app/, com.example.app",
        "https://[2001:db8::1]:80/, [2001:db8::1]",
        "https://example.com?next=https://other.example/@x, example.com",
        "/relative,",
        "'',",
        "not an address,"
    })
    void a_referrer_is_kept_as_its_host(String referrer, @Nullable String host) {
        var kept = Contexts.host(referrer);

        assertThat(kept).isEqualTo(host);
    }

    private static List<Event> events(String json) {
        return valid(Documents.with(Documents.BEACON, "/events", "[" + json.formatted(NOW) + "]"))
                .batch()
                .events();
    }

    private static Item item(String id, @Nullable String name, String category, @Nullable String price) {
        var money = price == null ? null : BigMoney.of(EUR, new BigDecimal(price));
        return new Item(id, name, null, new Category(category), money);
    }

    private static BeaconReader.Sent valid(String body) {
        return switch (read(body)) {
            case Decoded.Valid<BeaconReader.Sent> valid -> valid.value();
            case Decoded.Invalid<BeaconReader.Sent> invalid -> throw new AssertionError(invalid.flaws());
        };
    }

    private static Decoded<BeaconReader.Sent> read(String body) {
        return BeaconReader.read(body.getBytes(StandardCharsets.UTF_8), Instant.ofEpochMilli(NOW));
    }
}
