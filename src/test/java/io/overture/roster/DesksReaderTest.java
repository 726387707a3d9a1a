package io.overture.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.overture.document.Format;
import io.overture.document.Mistake;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DesksReaderTest {

    private static final String WHOLE = """
            desks:
              - id: paris
                region: eu
                languages: [fr, en]
                skills: [watches]
                channels: [chat, call]
                hours:
                  zone: Europe/Paris
                  week: {daily: "09:00-24:00", monday: ["10:00-13:00", "14:00-19:00"], sunday: []}
                  holidays: {2027-12-25: [], 2027-12-24: "10:00-16:00"}
                covers: [night]
                sites: [demo]
                handoff: {call: "https://voice.example.com/{conversation}"}
                webhook: {url: "https://centre.example.com/in", secret: 0123456789abcdef0123456789abcdef, first: true}
                keep: {vic: 20%, client: 0.3}
                advisors:
                  - {id: ada, name: Ada Laurent, title: Client advisor}
                  - {id: bea@house.example, name: Bea, title: Advisor, portrait: /people/bea.jpg, languages: [it], skills: [leather],
                     channels: [chat], capacity: 5, partner: true}
              - id: night
                languages: [en]
                hours: {zone: Asia/Tokyo, week: {daily: "22:00-06:00"}}
                advisors: [{id: cleo, name: Cleo, title: Advisor}]
            """;

    @Test
    void everything_there_is_to_say() {
        var desks = valid(WHOLE);

        var paris = desks.find("paris").orElseThrow();
        assertThat(paris.region()).isEqualTo("eu");
        assertThat(paris.hours().week().values())
                .contains(List.of(), HoursTest.shifts("09:00-24:00"), HoursTest.shifts("10:00-13:00", "14:00-19:00"));
        assertThat(paris.hours().holidays())
                .containsEntry(LocalDate.parse("2027-12-25"), List.of())
                .containsEntry(
                        LocalDate.parse("2027-12-24"), List.of(new Shift(LocalTime.of(10, 0), LocalTime.of(16, 0))));
        assertThat(paris.covers()).containsExactly("night");
        assertThat(paris.sites()).containsExactly("demo");
        assertThat(paris.handoff()).containsEntry("call", "https://voice.example.com/{conversation}");
        assertThat(paris.webhook())
                .hasValueSatisfying(webhook -> assertThat(webhook.toString())
                        .contains("centre.example.com")
                        .doesNotContain("0123456789"));
        assertThat(paris.webhook().map(Webhook::first)).contains(true);
        assertThat(paris.keep()).isEqualTo(Map.of("vic", new BigDecimal("0.2"), "client", new BigDecimal("0.3")));
        assertThat(paris.advisors())
                .containsExactly(
                        new Advisor(
                                "ada",
                                "Ada Laurent",
                                "Client advisor",
                                null,
                                List.of("fr", "en"),
                                List.of("watches"),
                                List.of("chat", "call"),
                                3,
                                false),
                        new Advisor(
                                "bea@house.example",
                                "Bea",
                                "Advisor",
                                "/people/bea.jpg",
                                List.of("it"),
                                List.of("leather"),
                                List.of("chat"),
                                5,
                                true));
        assertThat(desks.find("night").orElseThrow().channels()).containsExactly("chat");
    }

    @Test
    void no_desks_are_desks() {
        assertThat(valid("desks: []")).isEqualTo(Desks.NONE);
    }

    @Test
    void in_the_demo_whoever_can_sign_in_is_there_at_every_hour() throws IOException {
        try (var file = DesksReaderTest.class.getResourceAsStream("/desks/demo.yaml")) {
            var desks = valid(new String(file.readAllBytes(), UTF_8));

            var begin = Instant.parse("2027-01-01T00:00:00Z");
            assertThat(Stream.of("advisor", "camille", "kenji").map(desks::advisor))
                    .allSatisfy(seat -> assertThat(Stream.iterate(begin, at -> at.plus(Duration.ofHours(1)))
                                    .limit(24L * 365))
                            .allMatch(at -> seat.orElseThrow().desk().hours().isOpen(at)));
            assertThat(desks.advisor("partner").map(Seat::advisor)).hasValueSatisfying(Advisor::partner);
        }
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("{}", List.of("/desks")),
                arguments("desks: {}", List.of("/desks")),
                arguments("desk: []", List.of("/desk", "/desks")),
                arguments("desks: [{}]", at("/languages", "/id", "/hours", "/advisors")),
                arguments(desk("id: a b"), at("/id")),
                arguments(desk("open: true"), at("/open")),
                arguments(desk("languages: []"), at("/languages")),
                arguments(desk("languages: [fr, french!]"), at("/languages/1")),
                arguments(desk("languages: [fr, fr]"), at("/languages/1")),
                arguments(desk("channels: [chat, fax]"), at("/channels/1")),
                arguments(desk("covers: [one]"), at("/covers/0")),
                arguments(desk("covers: [nobody]"), at("/covers/0")),
                arguments(desk("handoff: {fax: 'https://a.example'}"), at("/handoff/fax")),
                arguments(desk("handoff: {call: 'http://a.example/{conversation}'}"), at("/handoff/call")),
                arguments(desk("handoff: {call: 'javascript:alert(1)'}"), at("/handoff/call")),
                arguments(desk("webhook: {}"), at("/webhook/url", "/webhook/secret")),
                arguments(
                        desk("webhook: {url: 'http://a.example', secret: short}"),
                        at("/webhook/url", "/webhook/secret")),
                arguments(
                        desk("webhook: {url: 'https://a.example', secret: 0123456789abcdef0123456789abcdef, first: 1}"),
                        at("/webhook/first")),
                arguments(desk("keep: {vic: 110%}"), at("/keep/vic")),
                arguments(desk("keep: {vic: 60%, client: 50%}"), at("/keep")),
                arguments(desk("advisors: []"), at("/advisors")),
                arguments(desk("advisors: [{}]"), at("/advisors/0/id", "/advisors/0/name", "/advisors/0/title")),
                arguments(desk("advisors: [{id: a, name: A, title: T, capacity: 0}]"), at("/advisors/0/capacity")),
                arguments(desk("advisors: [{id: a b, name: A, title: T}]"), at("/advisors/0/id")),
                arguments(desk("advisors: [{id: a, name: A, title: T, partner: 1}]"), at("/advisors/0/partner")),
                arguments(
                        desk("advisors: [{id: a, name: A, title: T, portrait: '//x.example/a'}]"),
                        at("/advisors/0/portrait")),
                arguments(
                        desk("advisors: [{id: a, name: A, title: T}, {id: a, name: B, title: T}]"),
                        at("/advisors/1/id")),
                arguments(hours("zone: Europe/Pariss"), at("/hours/zone")),
                arguments(hours("zone: '+02:00'"), at("/hours/zone")),
                arguments(hours("week: {}"), at("/hours/week")),
                arguments(hours("week: {mon: '10:00-12:00'}"), at("/hours/week/mon")),
                arguments(hours("week: {monday: 10-12}"), at("/hours/week/monday")),
                arguments(
                        hours("week: {monday: ['10:00-25:00', '24:00-02:00']}"),
                        at("/hours/week/monday/0", "/hours/week/monday/1")),
                arguments(hours("holidays: {christmas: []}"), at("/hours/holidays/christmas")),
                arguments(hours("holidays: {2027-02-30: []}"), at("/hours/holidays/2027-02-30")),
                arguments("desks: [" + DESK + ", " + DESK.replace("id: a,", "id: b,") + "]", List.of("/desks/1/id")));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(String text, List<String> pointers) {
        var reading = DesksReader.read(text.getBytes(UTF_8), Format.YAML);

        assertThat(reading)
                .asInstanceOf(type(DesksReader.Reading.Invalid.class))
                .extracting(invalid ->
                        invalid.mistakes().stream().map(Mistake::pointer).toList())
                .isEqualTo(pointers);
    }

    private static final String DESK = "{id: one, languages: [fr], hours: {zone: Europe/Paris, week: {daily:"
            + " '10:00-12:00'}}, advisors: [{id: a, name: A, title: T}]}";

    /** A good desk, but for this field. */
    private static String desk(String field) {
        var key = field.substring(0, field.indexOf(':'));
        var usual = Map.of(
                "id", "one",
                "languages", "[fr]",
                "hours", "{zone: Europe/Paris, week: {daily: '10:00-12:00'}}",
                "advisors", "[{id: a, name: A, title: T}]");
        var text = new StringBuilder("desks:\n  - ").append(field).append('\n');
        usual.forEach((name, value) -> {
            if (!name.equals(key)) {
                text.append("    ").append(name).append(": ").append(value).append('\n');
            }
        });
        return text.toString();
    }

    /** A good desk, but for this field of its hours. */
    private static String hours(String field) {
        var zone = field.startsWith("zone") ? "" : "zone: Europe/Paris, ";
        var week = field.startsWith("week") ? "" : "week: {daily: '10:00-12:00'}, ";
        return desk("hours: {" + zone + week + field + "}");
    }

    private static List<String> at(String... fields) {
        return Stream.of(fields).map(field -> "/desks/0" + field).toList();
    }

    private static Desks valid(String text) {
        var reading = DesksReader.read(text.getBytes(UTF_8), Format.YAML);
        assertThat(reading).isInstanceOf(DesksReader.Reading.Valid.class);
        return ((DesksReader.Reading.Valid) reading).desks();
    }
}
