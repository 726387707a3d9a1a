package io.overture.book;

import static io.overture.book.Written.book;
import static io.overture.book.Written.pointers;
import static io.overture.book.Written.trigger;
import static io.overture.book.Written.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A table: what can be wrong with a book that can be read as a tree, and where each error is told. */
class WrongBookTest {

    @ParameterizedTest
    @MethodSource({"heads", "triggers", "offers", "shapes", "behaviour", "standing", "copies"})
    void everyErrorIsToldWhereItStands(String text, List<String> expected) {
        var pointers = pointers(Written.yaml(text));

        assertThat(pointers).as(text).containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                wrong("[]", ""),
                wrong("just words", ""),
                wrong("{}", "/currency", "/triggers"),
                wrong("triggers: []", "/currency"),
                wrong("currency: EUR", "/triggers"),
                wrong("currency: Euro\ntriggers: []", "/currency"),
                wrong("currency: eur\ntriggers: []", "/currency"),
                wrong("currency: 978\ntriggers: []", "/currency"),
                wrong("currency:\ntriggers: []", "/currency"),
                wrong(book("colour: red"), "/colour"),
                wrong(book("limit: {}"), "/limit"),
                wrong(book("a/b~c: 1"), "/a~1b~0c"),
                wrong(book("floor: 1\nfloor: 2"), "/floor"),
                wrong(book("floor: -1"), "/floor"),
                wrong(book("floor: '1'"), "/floor"),
                wrong(book("floor: 1000000000001"), "/floor"),
                wrong(book("floor: 0.0000001"), "/floor"),
                wrong(book("floor: .inf"), "/floor"),
                wrong(book("floor: .nan"), "/floor"),
                wrong(book("floor: true"), "/floor"),
                wrong(book("limits: 3"), "/limits"),
                wrong(book("limits: {perSession: -1}"), "/limits/perSession"),
                wrong(book("limits: {perSession: 1.5}"), "/limits/perSession"),
                wrong(book("limits: {perSession: many}"), "/limits/perSession"),
                wrong(book("limits: {cooldown: 30}"), "/limits/cooldown"),
                wrong(book("limits: {cooldown: 30 m}"), "/limits/cooldown"),
                wrong(book("limits: {cooldown: -5m}"), "/limits/cooldown"),
                wrong(book("limits: {cooldown: 1w}"), "/limits/cooldown"),
                wrong(book("limits: {settle: 1h30m}"), "/limits/settle"),
                wrong(book("limits: {afterDecline: 99999d}"), "/limits/afterDecline"),
                wrong(book("limits: {afterDeclined: 7d}"), "/limits/afterDeclined"),
                wrong(
                        book("copies: {assistance: {fr: {title: A, text: B, accept: C, decline: D, later: 3}}}"),
                        "/copies/assistance/fr/later"),
                wrong(
                        book("copies: {assistance: {fr: {title: A, text: B, accept: C, decline: D},"
                                + " FR: {title: A, text: B, accept: C, decline: D}}}"),
                        "/copies/assistance/FR"),
                wrong(book("limits: {afterDismiss: 1}"), "/limits/afterDismiss"),
                wrong(book("limits: {afterDismiss: -1d}"), "/limits/afterDismiss"),
                wrong(book("limits: {never: {cart: {}}}"), "/limits/never/cart/atLeast"),
                wrong(book("relationship: 2"), "/relationship"),
                wrong(book("relationship: {vic: high}"), "/relationship/vic"),
                wrong(book("relationship: {vic: -1}"), "/relationship/vic"),
                wrong(book("holdout: 10"), "/holdout"),
                wrong(book("holdout: 101%"), "/holdout"),
                wrong(book("holdout: -1%"), "/holdout"),
                wrong(book("holdout: {vic: some}"), "/holdout/vic"),
                wrong(book("holdout: {unknown: 10%, client: 1.5}"), "/holdout/client"),
                wrong(book("holdout: [10%]"), "/holdout"));
    }

    static Stream<Arguments> triggers() {
        return Stream.of(
                wrong(book("triggers: {}"), "/triggers"),
                wrong(book("triggers:"), "/triggers"),
                wrong(book("triggers: [one]"), "/triggers/0"),
                wrong(
                        book("triggers: [{}]"),
                        "/triggers/0",
                        "/triggers/0/id",
                        "/triggers/0/when",
                        "/triggers/0/intent"),
                wrong(trigger("offers: {}"), "/triggers/0/offers"),
                wrong(trigger("id: ''"), "/triggers/0/id"),
                wrong(trigger("id: 7"), "/triggers/0/id"),
                wrong(trigger("id: 'a b'"), "/triggers/0/id"),
                wrong(trigger("id: one, id: two"), "/triggers/0/id"),
                wrong(
                        book("triggers: [{id: a, when: {cart: {atLeast: 1}}, intent: 1, alert: {}},"
                                + " {id: a, when: {cart: {atLeast: 1}}, intent: 1, alert: {}}]"),
                        "/triggers/1/id"),
                wrong(trigger("describe: [1]"), "/triggers/0/describe"),
                wrong(trigger("intent: high"), "/triggers/0/intent"),
                wrong(trigger("intent: -0.1"), "/triggers/0/intent"),
                wrong(trigger("assume: -1"), "/triggers/0/assume"),
                wrong(trigger("alert: true"), "/triggers/0/alert"),
                wrong(trigger("alert: {loud: true}"), "/triggers/0/alert/loud"),
                wrong(trigger("active: always"), "/triggers/0/active"),
                wrong(trigger("active: {}"), "/triggers/0/active"),
                wrong(trigger("active: {from: tomorrow}"), "/triggers/0/active/from"),
                wrong(trigger("active: {from: 2027-02-30T00:00:00Z}"), "/triggers/0/active/from"),
                wrong(trigger("active: {from: 2027-02-01}"), "/triggers/0/active/from"),
                wrong(trigger("active: {from: 2027-02-01T09:00:00}"), "/triggers/0/active/from"),
                wrong(trigger("active: {from: -1}"), "/triggers/0/active/from"),
                wrong(trigger("active: {until: 1.5}"), "/triggers/0/active/until"),
                wrong(
                        trigger("active: {from: 2027-02-01T00:00:00Z, until: 2027-01-01T00:00:00Z}"),
                        "/triggers/0/active/until"),
                wrong(trigger("active: {from: 5, until: 5}"), "/triggers/0/active/until"),
                wrong(trigger("boost: {}"), "/triggers/0/boost"),
                wrong(trigger("boost: [{times: 2}]"), "/triggers/0/boost/0/when"),
                wrong(trigger("boost: [{when: {cart: {atLeast: 1}}}]"), "/triggers/0/boost/0/times"),
                wrong(
                        trigger("boost: [{when: {idle: {atLeast: 0s}}, times: -2}]"),
                        "/triggers/0/boost/0/when/idle/atLeast",
                        "/triggers/0/boost/0/times"));
    }

    static Stream<Arguments> offers() {
        return Stream.of(
                wrong(book("triggers: [{id: a, when: {cart: {atLeast: 1}}, intent: 1}]"), "/triggers/0"),
                wrong(trigger("offer: yes"), "/triggers/0/offer"),
                wrong(trigger("offer: {copy: assistence}"), "/triggers/0/offer/copy"),
                wrong(trigger("offer: {copy: 1}"), "/triggers/0/offer/copy"),
                wrong(trigger("offer: {channels: chat}"), "/triggers/0/offer/channels"),
                wrong(trigger("offer: {channels: []}"), "/triggers/0/offer/channels"),
                wrong(trigger("offer: {channels: [chat, fax]}"), "/triggers/0/offer/channels/1"),
                wrong(trigger("offer: {channels: [chat, chat]}"), "/triggers/0/offer/channels/1"),
                wrong(trigger("offer: {expires: 0s}"), "/triggers/0/offer/expires"),
                wrong(trigger("offer: {expire: 2m}"), "/triggers/0/offer/expire"));
    }

    static Stream<Arguments> shapes() {
        var all = "/triggers/0/when/all";
        return Stream.of(
                wrong(when("{}"), "/triggers/0/when"),
                wrong(when("idle"), "/triggers/0/when"),
                wrong(when("[{idle: {atLeast: 1m}}]"), "/triggers/0/when"),
                wrong(when("{idle: {atLeast: 1m}, cart: {atLeast: 1}}"), "/triggers/0/when"),
                wrong(
                        when("{idle: {atLeast: 1x}, cart: {atLeast: -1}}"),
                        "/triggers/0/when",
                        "/triggers/0/when/idle/atLeast",
                        "/triggers/0/when/cart/atLeast"),
                wrong(when("{dwel: {atLeast: 1m}}"), "/triggers/0/when/dwel"),
                wrong(when("{all: []}"), all),
                wrong(when("{any: []}"), "/triggers/0/when/any"),
                wrong(when("{all: {idle: {atLeast: 1m}}}"), all),
                wrong(when("{all: [{}]}"), all + "/0"),
                wrong(when("{not: []}"), "/triggers/0/when/not"),
                wrong(when("{not: {not: {idle: {}}}}"), "/triggers/0/when/not/not/idle/atLeast"),
                wrong(
                        when("{all: [{cart: {atLeast: 1}}, {any: [{dwell: {atLeast: 5, within: 30m}}]}]}"),
                        all + "/1/any/0/dwell/atLeast"),
                wrong(
                        when("{all: [{cart: {atLeast: x}}, {idle: {atLeast: x}}, {stake: {atMost: x}}]}"),
                        all + "/0/cart/atLeast",
                        all + "/1/idle/atLeast",
                        all + "/2/stake/atMost"));
    }

    static Stream<Arguments> behaviour() {
        var at = "/triggers/0/when/";
        return Stream.of(
                wrong(when("{dwell: 5m}"), at + "dwell"),
                wrong(when("{dwell: {}}"), at + "dwell/atLeast", at + "dwell/within"),
                wrong(when("{dwell: {atLeast: 5m, within: 1m}}"), at + "dwell/atLeast"),
                wrong(when("{dwell: {atLeast: 1m, within: 5m, category: []}}"), at + "dwell/category"),
                wrong(when("{dwell: {atLeast: 1m, within: 5m, category: [watches, 3]}}"), at + "dwell/category/1"),
                wrong(when("{details: {}}"), at + "details/topics", at + "details/atLeast", at + "details/within"),
                wrong(when("{details: {topics: [], atLeast: 1, within: 1m}}"), at + "details/topics"),
                wrong(when("{details: {topics: care, atLeast: 17, within: 1m}}"), at + "details/atLeast"),
                wrong(when("{details: {topics: care, atLeast: 0, within: 1m}}"), at + "details/atLeast"),
                wrong(
                        when("{details: {topics: care, atLeast: 1, within: 1m, sameItem: yes}}"),
                        at + "details/sameItem"),
                wrong(when("{views: {atLeast: 3}}"), at + "views/within"),
                wrong(when("{views: {atLeast: 3m, within: 1m}}"), at + "views/atLeast"),
                wrong(when("{views: {atLeast: 3, within: 1m, distinct: item}}"), at + "views/distinct"),
                wrong(when("{views: {atLeast: 3, within: 1m, distinct: true}}"), at + "views/distinct"),
                wrong(when("{views: {atLeast: 3, within: 1m, minPrice: dear}}"), at + "views/minPrice"),
                wrong(when("{search: {atLeast: 1, within: 1m}}"), at + "search/results"),
                wrong(when("{search: {results: -1, atLeast: 1, within: 1m}}"), at + "search/results"),
                wrong(when("{search: {results: [0, none], atLeast: 1, within: 1m}}"), at + "search/results/1"),
                wrong(when("{event: {name: x}}"), at + "event/atLeast", at + "event/within"),
                wrong(when("{event: {name: " + "x".repeat(41) + ", atLeast: 1, within: 1m}}"), at + "event/name"),
                wrong(when("{event: {name: x, atLeast: 1, within: 1m, where: []}}"), at + "event/where"),
                wrong(when("{event: {name: x, atLeast: 1, within: 1m, where: {}}}"), at + "event/where"),
                wrong(
                        when("{event: {name: x, atLeast: 1, within: 1m, where: {a: {b: 1}, c: [1, []]}}}"),
                        at + "event/where/a",
                        at + "event/where/c/1"),
                wrong(when("{revisit: {}}"), at + "revisit/of"),
                wrong(when("{revisit: {of: [wishlist, basket]}}"), at + "revisit/of/1"),
                wrong(when("{revisit: {of: cart, atLeast: 20}}"), at + "revisit/atLeast"),
                wrong(when("{visits: {}}"), at + "visits/atLeast"),
                wrong(when("{visits: {atLeast: 2, within: 0d}}"), at + "visits/within"),
                wrong(when("{idle: {atLeast: 0s}}"), at + "idle/atLeast"),
                wrong(when("{idle: {atLeast: 1m, within: 5m}}"), at + "idle/within"));
    }

    static Stream<Arguments> standing() {
        var at = "/triggers/0/when/";
        return Stream.of(
                wrong(when("{cart: {atMost: 5}}"), at + "cart/atLeast", at + "cart/atMost"),
                wrong(when("{checkout: {}}"), at + "checkout/reached"),
                wrong(when("{checkout: {reached: checkout}}"), at + "checkout/reached"),
                wrong(when("{checkout: {reached: [begin_checkout, pay]}}"), at + "checkout/reached/1"),
                wrong(when("{stake: {}}"), at + "stake"),
                wrong(when("{stake: {atLeast: 10, atMost: 5}}"), at + "stake/atLeast"),
                wrong(when("{client: {}}"), at + "client"),
                wrong(when("{client: {known: maybe}}"), at + "client/known"),
                wrong(when("{client: {tier: []}}"), at + "client/tier"),
                wrong(when("{source: {}}"), at + "source"),
                wrong(when("{source: {medium: ''}}"), at + "source/medium"),
                wrong(when("{source: {referer: x}}"), at + "source/referer"),
                wrong(when("{context: {}}"), at + "context"),
                wrong(when("{context: {language: french!}}"), at + "context/language"),
                wrong(when("{context: {country: [FR, XX]}}"), at + "context/country/1"),
                wrong(when("{context: {country: France}}"), at + "context/country"),
                wrong(when("{context: {device: null}}"), at + "context/device"));
    }

    static Stream<Arguments> copies() {
        var words = "{title: a, text: b, accept: c, decline: d}";
        return Stream.of(
                wrong(book("copies: []"), "/copies"),
                wrong(book("copies: {assistance: hello}"), "/copies/assistance"),
                wrong(book("copies: {assistance: {en: hello}}"), "/copies/assistance/en"),
                wrong(
                        book("copies: {assistance: {en: {title: a}}}"),
                        "/copies/assistance/en/text",
                        "/copies/assistance/en/accept",
                        "/copies/assistance/en/decline"),
                wrong(book("copies: {assistance: {english!: " + words + "}}"), "/copies/assistance/english!"),
                wrong(book("copies: {ours: {fr: " + words + "}}"), "/copies/ours/en"),
                wrong(book("copies: {ours: {en: " + words + ", EN: " + words + "}}"), "/copies/ours/EN"),
                wrong(book("copies: {'our words': {en: " + words + "}}"), "/copies/our words"),
                wrong(
                        book("copies: {ours: {en: {title: a, text: b, accept: c, decline: d, icon: e}}}"),
                        "/copies/ours/en/icon"),
                wrong(
                        book("copies: {ours: {en: {title: " + "a".repeat(513) + ", text: b, accept: c, decline: d}}}"),
                        "/copies/ours/en/title"));
    }

    private static Arguments wrong(String text, String... pointers) {
        return arguments(text, List.of(pointers));
    }
}
