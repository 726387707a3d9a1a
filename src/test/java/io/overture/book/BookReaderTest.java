package io.overture.book;

import static io.overture.book.Written.book;
import static io.overture.book.Written.onlyTrigger;
import static io.overture.book.Written.trigger;
import static io.overture.book.Written.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Limits;
import io.overture.trigger.Trigger;
import io.overture.visitor.Client;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookReaderTest {

    private static final Client CLIENT = new Client("c", null, List.of(), null);
    private static final Client VIC = new Client("v", "vic", List.of(), null);

    @Test
    void theLeastBook() {
        var book = valid("currency: JPY\ntriggers: []");

        assertThat(book.currency()).isEqualTo(CurrencyUnit.JPY);
        assertThat(book.limits())
                .isEqualTo(new Limits(
                        1, Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(1), Duration.ZERO, null));
        assertThat(book.relationship()).isEqualTo(Map.of("unknown", BigDecimal.ONE));
        assertThat(book.holdout(null)).isZero();
        assertThat(book.holdout(VIC)).isZero();
        assertThat(book.floor()).isZero();
        assertThat(book.copies()).containsKeys("assistance", "checkout", "welcome-back", "search", "comparison");
        assertThat(book.triggers()).isEmpty();
    }

    @Test
    void theLeastOffer() {
        var offer = onlyTrigger(trigger("offer: {}")).offer();

        assertThat(offer).isEqualTo(new Trigger.Offer("assistance", List.of("chat"), Duration.ofMinutes(2)));
    }

    @Test
    void limitsAreReadOneByOne() {
        var limits = valid(book("limits: {perSession: 0, cooldown: 0s, settle: 45s, never: {idle: {atLeast: 1m}}}"))
                .limits();

        assertThat(limits.perSession()).isZero();
        assertThat(limits.cooldown()).isZero();
        assertThat(limits.afterDecline()).isEqualTo(Duration.ofDays(7));
        assertThat(limits.settle()).isEqualTo(Duration.ofSeconds(45));
        assertThat(limits.never()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "10%, 0.1, 0.1",
        "0.25, 0.25, 0.25",
        "0, 0, 0",
        "100%, 1, 1",
        "'{unknown: 12.5%, client: 5 %, vic: 0%}', 0.125, 0.05",
        "'{client: 1}', 0, 1"
    })
    void holdoutIsOneShareOrOneByTier(String written, BigDecimal unknown, BigDecimal client) {
        var book = valid(book("holdout: " + written));

        assertThat(book.holdout(null)).isEqualByComparingTo(unknown);
        assertThat(book.holdout(CLIENT)).isEqualByComparingTo(client);
    }

    @Test
    void aTrigger() {
        var trigger = onlyTrigger(trigger("id: a.b_c-1, describe: Why, intent: 0.5, assume: 2000, alert: {},"
                + " offer: {copy: checkout, channels: [call, video], expires: 90s},"
                + " active: {from: 2027-02-01T09:00:00+01:00, until: 1900000000000},"
                + " boost: [{when: {client: {known: true}}, times: 1.5}]"));

        assertThat(trigger.id()).isEqualTo("a.b_c-1");
        assertThat(trigger.describe()).isEqualTo("Why");
        assertThat(trigger.intent()).isEqualByComparingTo("0.5");
        assertThat(trigger.assume()).isEqualByComparingTo("2000");
        assertThat(trigger.alert()).isTrue();
        assertThat(trigger.offer())
                .isEqualTo(new Trigger.Offer("checkout", List.of("call", "video"), Duration.ofSeconds(90)));
        assertThat(trigger.active())
                .isEqualTo(new Trigger.Active(
                        Instant.parse("2027-02-01T08:00:00Z"), Instant.ofEpochMilli(1_900_000_000_000L)));
        assertThat(trigger.boosts()).singleElement().satisfies(boost -> {
            assertThat(boost.times()).isEqualByComparingTo("1.5");
            assertThat(boost.when().words()).isEqualTo("client {known: true}");
        });
    }

    @Test
    void anAlertOfItsOwnOffersNothing() {
        var trigger = onlyTrigger(trigger("alert: {}"));

        assertThat(trigger.offer()).isNull();
        assertThat(trigger.alert()).isTrue();
        assertThat(trigger.active()).isEqualTo(Trigger.Active.ALWAYS);
    }

    @Test
    void jsonAndYamlSayTheSame() {
        var json = """
                {"currency": "EUR",\t"holdout": 0.1, "floor": 1e2, "triggers": [
                \t{"id": "a", "when": {"stake": {"atLeast": 2500.00}}, "intent": 0.5, "offer": {"channels": ["chat"]}}]}
                """;
        var yaml = """
                currency: EUR
                holdout: 10%
                floor: 100
                triggers:
                  - {id: a, when: {stake: {atLeast: 2500}}, intent: 0.5, offer: {channels: [chat]}}
                """;

        assertThat(Written.json(json))
                .isInstanceOf(Reading.Valid.class)
                .usingRecursiveComparison()
                .ignoringFields("book.roots")
                .isEqualTo(Written.yaml(yaml));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(valid("\uFEFFcurrency: EUR\ntriggers: []").triggers()).isEmpty();
    }

    @Test
    void wordsOfTheBookTakeThePlaceOfTheHouses() {
        var book = valid(book("""
                copies:
                  assistance: {fr: {title: A, text: B, accept: C, decline: D}}
                  ours: {en: {title: E, text: F, accept: G, decline: H}, zh-hk: {title: I, text: J, accept: K, decline: L}}
                """));

        assertThat(book.copy("assistance", "fr-CA").copy().title()).isEqualTo("A");
        assertThat(book.copy("assistance", "en").copy().title()).isEqualTo("At your service");
        assertThat(book.copy("ours", "zh-HK").copy().title()).isEqualTo("I");
        assertThat(book.copy("ours", "de").copy().title()).isEqualTo("E");
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', P1D",
        "'{afterDismiss: 2h}', PT2H",
        "'{afterDismiss: 0s}', PT0S",
        "'{afterDecline: 2h}', PT2H",
        "'{afterDecline: 2h, afterDismiss: 3h}', PT3H",
        "'{afterDecline: 30d}', P1D"
    })
    void putAwayIsMilderThanRefused(String limits, Duration afterDismiss) {
        assertThat(valid(book("limits: " + limits)).limits().afterDismiss()).isEqualTo(afterDismiss);
    }

    @Test
    void notNowIsTheHousesWordWhereTheBookHasNone() {
        var book = valid(book("""
                copies:
                  assistance: {fr_CA: {title: A, text: B, accept: C, decline: D}}
                  ours:
                    en: {title: A, text: B, accept: C, decline: D, later: Another time}
                    zh_TW: {title: A, text: B, accept: C, decline: D}
                    pt: {title: A, text: B, accept: C, decline: D}
                """));

        assertThat(book.copy("assistance", "fr-CA").copy().later()).isEqualTo("Plus tard, peut-être");
        assertThat(book.copy("ours", "en").copy().later()).isEqualTo("Another time");
        assertThat(book.copy("ours", "zh-TW").copy().later()).isEqualTo("稍後再說");
        assertThat(book.copy("ours", "pt-BR").copy().later()).isNull();
    }

    @Test
    void languagesAreReadAsTheTagsTheyMean() {
        var book = valid(book("""
                copies:
                  ours: {en: {title: E, text: F, accept: G, decline: H}, zh_HK: {title: I, text: J, accept: K, decline: L}}
                """));

        assertThat(book.copy("ours", "zh_hk.UTF-8").copy().title()).isEqualTo("I");
        assertThat(book.copies().getOrDefault("ours", Map.of())).containsOnlyKeys("en", "zh-HK");
    }
}
