package io.overture.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Condition;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition's own words are those of the book: what is read says what was written. */
class ConditionReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dwell {atLeast: 5m, within: 30m}",
                "dwell {atLeast: 90s, within: 2h, category: [watches/dive, leather]}",
                "details {topics: [sizing, care], atLeast: 3, within: 20m}",
                "details {topics: my_own_topic, atLeast: 16, within: 1d, sameItem: true}",
                "views {atLeast: 3, within: 30m}",
                "views {atLeast: 3, within: 30m, distinct: items, category: watches, minPrice: 2500.5}",
                "views {atLeast: 2, within: 30m, distinct: categories}",
                "search {results: 0, atLeast: 2, within: 10m}",
                "search {results: [0, 1], atLeast: 1, within: 10m}",
                "event {name: share, atLeast: 1, within: 10m}",
                "event {name: [share, join_waitlist], atLeast: 2, within: 7d, where: {method: [email, link], step: 2}}",
                "revisit {of: [favourite_category, wishlist]}",
                "revisit {of: [item, cart], atLeast: 2, within: 10m}",
                "visits {atLeast: 2}",
                "visits {atLeast: 3, within: 7d}",
                "idle {atLeast: 2m}",
                "cart {atLeast: 5000}",
                "checkout {reached: begin_checkout}",
                "checkout {reached: [add_shipping_info, add_payment_info]}",
                "stake {atLeast: 2500}",
                "stake {atLeast: 0, atMost: 1000000000000}",
                "stake {atMost: 0.000001}",
                "client {known: true}",
                "client {known: false}",
                "client {tier: [vic, gold]}",
                "source {medium: editorial}",
                "source {source: [vogue, numero], medium: editorial, campaign: ss27, referrerHost: vogue.fr}",
                "context {language: [fr, zh-Hant], country: [FR, JP], market: fr, device: desktop}",
            })
    void aLeafSaysWhatWasWritten(String written) {
        var text = "{" + written.replaceFirst(" ", ": ") + "}";

        var condition = Written.condition(text);

        assertThat(condition.words()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {views: {atLeast: 1, within: 1m, distinct: none}}          | views {atLeast: 1, within: 1m}
                    {details: {topics: care, atLeast: 1, within: 60s, sameItem: false}} | details {topics: care, atLeast: 1, within: 1m}
                    {revisit: {of: item, atLeast: 1}}                          | revisit {of: item}
                    {cart: {atLeast: 5000.00}}                                 | cart {atLeast: 5000}
                    {stake: {atLeast: 5_000}}                                  | stake {atLeast: 5000}
                    {visits: {atLeast: 2.0}}                                   | visits {atLeast: 2}
                    {context: {country: NO}}                                   | context {country: NO}
                    {event: {name: x, atLeast: 1, within: 1m, where: {a: 1.50, b: true, c: '007'}}} | event {name: x, atLeast: 1, within: 1m, where: {a: 1.5, b: true, c: 007}}
                    """)
    void otherWaysToWriteTheSame(String written, String words) {
        assertThat(Written.condition(written).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {not: {visits: {atLeast: 2}}}                                        | not(visits {atLeast: 2})
                    {all: [{idle: {atLeast: 1m}}, {cart: {atLeast: 1}}]}                 | all(idle {atLeast: 1m}, cart {atLeast: 1})
                    {any: [{all: [{idle: {atLeast: 1m}}]}, {not: {cart: {atLeast: 1}}}]} | any(all(idle {atLeast: 1m}), not(cart {atLeast: 1}))
                    """)
    void conditionsAreMadeOfConditions(String written, String expected) {
        assertThat(tree(Written.condition(written))).isEqualTo(expected);
    }

    private static String tree(Condition condition) {
        return condition.parts().isEmpty()
                ? condition.words()
                : condition.words()
                        + condition.parts().stream()
                                .map(ConditionReaderTest::tree)
                                .collect(Collectors.joining(", ", "(", ")"));
    }
}
