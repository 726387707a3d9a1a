package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.wire.Flaw;
import io.overture.wire.Flaws;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a beacon, and the exact answer to it. */
class MalformedBeaconsTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final String PARAMS = "/events/0/params";

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            /site         | -                            | is required
            /site         | null                         | is required
            /site         | 7                            | must be a string
            /site         | ""                           | must have 1 to 64 characters
            /visitor      | -                            | is required
            /visitor      | null                         | is required
            /visitor      | "short"                      | must be 22 to 64 characters of A-Z a-z 0-9 _ -
            /visitor      | "v7Qvisitor visitorvisitor"  | must be 22 to 64 characters of A-Z a-z 0-9 _ -
            /visitor      | "v7Qvisitorvisitorvisitor+"  | must be 22 to 64 characters of A-Z a-z 0-9 _ -
            /visitor      | "v7Qvisitorvisitorvisitör"   | must be 22 to 64 characters of A-Z a-z 0-9 _ -
            /visitor      | "v7Qvisitorvisitorvisitor\\n" | must be 22 to 64 characters of A-Z a-z 0-9 _ -
            /visitor      | ["v7Qvisitorvisitorvisitor"] | must be a string
            /session      | -                            | is required
            /session      | "s"                          | must be 22 to 64 characters of A-Z a-z 0-9 _ -
            /session      | true                         | must be a string
            /source       | -                            | is required
            /source       | ""                           | must be 1 to 32 characters of A-Z a-z 0-9 _ -
            /source       | "p 1"                        | must be 1 to 32 characters of A-Z a-z 0-9 _ -
            /source       | "123456789012345678901234567890123" | must be 1 to 32 characters of A-Z a-z 0-9 _ -
            /source       | 1                            | must be a string
            /seq          | -                            | is required
            /seq          | 0                            | must be an integer from 1 to 9007199254740992
            /seq          | -1                           | must be an integer from 1 to 9007199254740992
            /seq          | 1.5                          | must be an integer from 1 to 9007199254740992
            /seq          | 9007199254740993             | must be an integer from 1 to 9007199254740992
            /seq          | 1e30                         | must be an integer from 1 to 9007199254740992
            /seq          | 1e999999999                  | is a number beyond all bounds
            /seq          | 1e99999999999                | is a number beyond all bounds
            /seq          | "12"                         | must be a number
            /seq          | true                         | must be a number
            /sentAt       | -                            | is required
            /sentAt       | -5                           | must be an integer from 0 to 9007199254740992
            /sentAt       | "now"                        | must be a number
            /sentAt       | 1.25                         | must be an integer from 0 to 9007199254740992
            /consent      | "granted"                    | must be an object
            /consent      | []                           | must be an object
            /consent/analytics_storage       | true      | must be a string
            /consent/personalization_storage | 1         | must be a string
            /client       | {}                           | must be a string
            /context      | "fr"                         | must be an object
            /context      | [1]                          | must be an object
            /context/language | 1                        | must be a string
            /context/timeZone | {}                       | must be a string
            /context/market | false                      | must be a string
            /context/device | []                         | must be a string
            /context/country | 33                        | must be a string
            /context/referrer | 1                        | must be a string
            /context/campaign | "ss27"                   | must be an object
            /context/campaign/source | 1                 | must be a string
            /context/campaign/medium | []                | must be a string
            /context/campaign/name | {}                  | must be a string
            /events       | -                            | is required
            /events       | null                         | is required
            /events       | {}                           | must be an array
            /events       | "view_item"                  | must be an array
            /events/0     | "view_item"                  | must be an object
            /events/0     | null                         | must be an object
            /events/0/name | -                           | is required
            /events/0/name | ""                          | must have 1 to 40 characters
            /events/0/name | 4                           | must be a string
            /events/0/name | "12345678901234567890123456789012345678901" | must have 1 to 40 characters
            /events/0/at  | -                            | is required
            /events/0/at  | "yesterday"                  | must be a number
            /events/0/at  | -1                           | must be an integer from 0 to 9007199254740992
            /events/0/params | []                        | must be an object
            /events/0/params | "EUR"                     | must be an object
            /events/0/params/currency | "eur"            | must be a currency of ISO 4217, in capitals
            /events/0/params/currency | "EURO"           | must be a currency of ISO 4217, in capitals
            /events/0/params/currency | "XQQ"            | must be a currency of ISO 4217, in capitals
            /events/0/params/currency | ""               | must be a currency of ISO 4217, in capitals
            /events/0/params/currency | 978              | must be a string
            /events/0/params/value | "12500"             | must be a number
            /events/0/params/value | -0.01               | must be from 0 to 1e12
            /events/0/params/value | 1000000000000.01    | must be from 0 to 1e12
            /events/0/params/value | 1e13                | must be from 0 to 1e12
            /events/0/params/value | 1e400               | must be from 0 to 1e12
            /events/0/params/value | 1e401               | is a number beyond all bounds
            /events/0/params/value | 1e-999999999        | is a number beyond all bounds
            /events/0/params/value | 0.1234567           | must have at most six decimals
            /events/0/params/value | 1e-7                | must have at most six decimals
            /events/0/params/price | -1                  | must be from 0 to 1e12
            /events/0/params/quantity | [1]              | must be a number
            /events/0/params/items | {}                  | must be an array
            /events/0/params/items | "W-100"             | must be an array
            /events/0/params/items/0 | 7                 | must be an object
            /events/0/params/items/0 | null              | must be an object
            /events/0/params/items/0 | {}                | needs an item_id or an item_name
            /events/0/params/items/0 | {"price": 1}      | needs an item_id or an item_name
            /events/0/params/items/0 | {"item_id": null, "item_name": null} | needs an item_id or an item_name
            /events/0/params/items/0 | {"item_id": "", "item_name": ""} | needs an item_id or an item_name
            /events/0/params/items/0/item_id | 1.5       | must be a string or an integer
            /events/0/params/items/0/item_id | 1e19      | must be a string or an integer
            /events/0/params/items/0/item_id | true      | must be a string or an integer
            /events/0/params/items/0/item_name | 1       | must be a string
            /events/0/params/items/0/item_brand | {}     | must be a string
            /events/0/params/items/0/item_category | []  | must be a string
            /events/0/params/items/0/item_category2 | 2  | must be a string
            /events/0/params/items/0/price | "12500"     | must be a number
            /events/0/params/items/0/price | -12500      | must be from 0 to 1e12
            /events/0/params/items/0/price | 1e999999999 | is a number beyond all bounds
            /events/0/params/items/0/quantity | -1       | must be from 0 to 1e12
            /events/0/params/items/0/quantity | 0.0000001 | must have at most six decimals
            /events/1/params/engagement_time_msec | -1   | must be from 0 to a day of milliseconds
            /events/1/params/engagement_time_msec | 86400001 | must be from 0 to a day of milliseconds
            /events/1/params/engagement_time_msec | "5000" | must be a number
            /events/1/params/item_id | {}                | must be a string or an integer
            /events/1/params/active | "yes"              | must be true or false
            /events/2/params/search_term | 1             | must be a string
            /events/2/params/results | -1                | must be an integer from 0 to 2147483647
            /events/2/params/results | 0.5               | must be an integer from 0 to 2147483647
            /events/2/params/results | "none"            | must be a number
            /events/3/params/topic | 1                   | must be a string
            /events/4/params/transaction_id | 17         | must be a string
            /unheard_of   | "\\ud800"                    | is not Unicode: half of a surrogate pair
            """)
    void one_thing_wrong(String pointer, String value, String detail) {
        var body = Documents.with(Documents.BEACON, pointer, value);

        var flaws = flaws(body);

        assertThat(flaws).containsExactly(new Flaw(pointer, detail));
    }

    static Stream<Arguments> not_a_document() {
        return Stream.of(
                Arguments.of("", "is empty"),
                Arguments.of("   ", "is empty"),
                Arguments.of("null", "must be an object"),
                Arguments.of("[]", "must be an object"),
                Arguments.of("\"beacon\"", "must be an object"),
                Arguments.of("12", "must be an object"),
                Arguments.of("{", "is not JSON"),
                Arguments.of("{'site': 'demo'}", "is not JSON"),
                Arguments.of("{site: \"demo\"}", "is not JSON"),
                Arguments.of("{\"seq\": NaN}", "is not JSON"),
                Arguments.of("{\"seq\": Infinity}", "is not JSON"),
                Arguments.of("{\"seq\": +1}", "is not JSON"),
                Arguments.of("{\"seq\": 01}", "is not JSON"),
                Arguments.of("{\"seq\": 1,}", "is not JSON"),
                Arguments.of("{\"seq\": 1} // done", "is not JSON"),
                Arguments.of("{\"site\": \"a\nb\"}", "is not JSON"),
                Arguments.of("{\"site\": \"\\x\"}", "is not JSON"),
                Arguments.of(Documents.BEACON + "{}", "goes on after its end"),
                Arguments.of(Documents.BEACON + "]", "is not JSON"),
                Arguments.of("\uFEFF" + Documents.BEACON, "begins with a byte order mark"),
                Arguments.of("[".repeat(60_000), "is not JSON"));
    }

    @ParameterizedTest
    @MethodSource
    void not_a_document(String body, String detail) {
        var flaws = flaws(body);

        assertThat(flaws).contains(new Flaw("", detail));
    }

    @Test
    void bytes_that_are_not_utf_8() {
        var body = Documents.BEACON.getBytes(StandardCharsets.ISO_8859_1);

        var flaws = flaws(body);

        assertThat(flaws).containsExactly(new Flaw("", "is not UTF-8"));
    }

    @Test
    void utf_16_is_not_guessed() {
        var flaws = flaws(Documents.BEACON.getBytes(StandardCharsets.UTF_16));

        assertThat(flaws).containsExactly(new Flaw("", "is not UTF-8"));
    }

    static Stream<Arguments> twice() {
        return Stream.of(
                Arguments.of("{\"seq\": 1, \"seq\": 1}", "/seq"),
                Arguments.of("{\"events\": [{\"name\": \"a\", \"name\": \"a\"}]}", "/events/0/name"),
                Arguments.of("{\"a/b\": {\"~\": 1, \"~\": 2}}", "/a~1b/~0"),
                Arguments.of("{\"seq\": null, \"seq\": 1}", "/seq"),
                Arguments.of("{\"consent\": {\"x\": {}, \"\\u0078\": {}}}", "/consent/x"));
    }

    @ParameterizedTest
    @MethodSource
    void twice(String body, String pointer) {
        var flaws = flaws(body);

        assertThat(flaws).contains(new Flaw(pointer, "is there twice"));
    }

    static Stream<Arguments> too_much() {
        var deep = "[".repeat(8) + "]".repeat(8);
        var many = "[" + "{\"item_id\": \"a\"},".repeat(200) + "{\"item_id\": \"a\"}]";
        var params = IntStream.rangeClosed(1, 33)
                .mapToObj(i -> "\"p%d\": %d".formatted(i, i))
                .toList();
        var events = "[" + "{\"name\": \"a\", \"at\": 1764000000000},".repeat(100) + "{\"name\": \"a\", \"at\": 0}]";
        return Stream.of(
                Arguments.of("/extra", deep, "/extra/0/0/0/0/0/0/0", "is nested deeper than 8 levels"),
                Arguments.of("/extra", quoted(513), "/extra", "must have at most 512 characters"),
                Arguments.of(PARAMS + "/extra", quoted(513), PARAMS + "/extra", "must have at most 512 characters"),
                Arguments.of("/context/language", quoted(513), "/context/language", "must have at most 512 characters"),
                Arguments.of("/client", quoted(4097), "/client", "must have at most 4096 characters"),
                Arguments.of("/context/client", quoted(513), "/context/client", "must have at most 512 characters"),
                Arguments.of("/extra", "{" + quoted(513) + ": 1}", "/extra", "has a name of more than 512 characters"),
                Arguments.of(PARAMS + "/items", many, PARAMS + "/items", "must have at most 200 elements"),
                Arguments.of(
                        "/events/1/params/items", many, "/events/1/params/items", "must have at most 200 elements"),
                Arguments.of(PARAMS, "{" + String.join(",", params) + "}", PARAMS, "must have at most 32 fields"),
                Arguments.of("/events", events, "/events", "must have at most 100 elements"));
    }

    @ParameterizedTest
    @MethodSource
    void too_much(String at, String value, String pointer, String detail) {
        var flaws = flaws(Documents.with(Documents.BEACON, at, value));

        assertThat(flaws).containsExactly(new Flaw(pointer, detail));
    }

    @Test
    void everything_wrong_is_named_at_once() {
        var body = """
                {"site": 1, "visitor": "x", "seq": 0, "seq": 1, "sentAt": "x", "consent": [],
                 "events": [{"name": "view_item", "at": 0, "params": {"value": -1, "items": [{}, 1]}}, 2]}""";

        var flaws = flaws(body);

        assertThat(flaws.stream().map(Flaw::pointer))
                .containsExactlyInAnyOrder(
                        "/site",
                        "/visitor",
                        "/session",
                        "/source",
                        "/seq",
                        "/sentAt",
                        "/consent",
                        PARAMS + "/value",
                        PARAMS + "/items/0",
                        PARAMS + "/items/1",
                        "/events/1");
    }

    @Test
    void a_body_of_nothing_but_errors_gets_a_bounded_answer() {
        var name = "n".repeat(500);
        var body = new StringBuilder("{\"" + name + "\": {\"" + name + "\": {");
        for (int i = 0; i < 4000; i++) {
            body.append("\"%d\":0,\"%d\":0,".formatted(i, i));
        }
        body.append("\"z\":0}}}");

        var flaws = flaws(body.toString());

        assertThat(flaws.stream().mapToInt(flaw -> flaw.pointer().length()).sum())
                .isLessThan(Flaws.MOST_CHARACTERS + 2000);
    }

    private static String quoted(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }

    private static List<Flaw> flaws(String body) {
        return flaws(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Flaw> flaws(byte[] body) {
        return switch (BeaconReader.read(body, NOW)) {
            case Decoded.Valid<BeaconReader.Sent> valid -> List.of();
            case Decoded.Invalid<BeaconReader.Sent> invalid -> invalid.flaws();
        };
    }
}
