package io.overture.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.offer.Wish;
import io.overture.visitor.VisitorKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesksTest {

    private static final Instant MORNING = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant NIGHT = Instant.parse("2027-03-01T23:00:00Z");

    private static final Desk PARIS = new Built("paris")
            .open("08:00-18:00")
            .languages("fr", "en")
            .channels("chat", "call")
            .covers("night")
            .desk("ada:fr,en", "bea:en", "cleo:fr-FR");
    private static final Desk QUEBEC =
            new Built("quebec").open("08:00-18:00").languages("fr-CA").desk("dora:fr-CA");
    private static final Desk WATCHES = new Built("watches")
            .open("08:00-18:00")
            .languages("en")
            .skills("watches")
            .desk("emma:en");
    private static final Desk SHOP = new Built("shop")
            .open("00:00-24:00")
            .languages("en", "de")
            .sites("other")
            .covers("paris")
            .desk("fay:de,en");
    private static final Desk NIGHT_DESK = new Built("night")
            .open("18:00-08:00")
            .languages("en", "fr")
            .sites("nowhere")
            .covers("shop")
            .desk("gil:fr,en");
    private static final Desks ALL = new Desks(List.of(PARIS, QUEBEC, WATCHES, SHOP, NIGHT_DESK));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # site  | language | category        | channels    | desks
            demo    | fr       |                 | chat        | paris quebec
            demo    | fr-CA    |                 | chat        | quebec paris
            demo    | fr-BE    |                 | chat        | paris quebec
            demo    | FR       |                 | chat        | paris quebec
            demo    | en       | watches/divers  | chat        | watches paris
            demo    | en       | couture/evening | chat        | paris
            demo    | en       | watchesandmore  | chat        | paris
            demo    | en       |                 | chat        | paris watches
            demo    | en       |                 | call        | paris
            demo    | en       |                 | call, chat  | paris watches
            demo    | en       |                 | video       |
            demo    | de       |                 | chat        |
            other   | de-AT    |                 | chat        | shop
            other   | en       |                 | chat        | paris watches shop
            """)
    void open_desks_that_fit_serve_the_best_first(
            String site, String language, @Nullable String category, String channels, @Nullable String expected) {
        var wish = wish(site, language, category, channels);

        var serving = ALL.serving(wish, MORNING);

        assertThat(serving).extracting(Desk::id).containsExactly(words(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # site  | language | category | channels | empty  | desks
            demo    | fr       |          | chat     |        | night
            demo    | fr-CA    |          | chat     |        | night
            demo    | en       | couture  | chat     |        | night
            demo    | en       |          | call     |        |
            other   | de       |          | chat     |        | shop
            demo    | en       |          | chat     | night  | night shop
            demo    | en       |          | chat     | night shop | night shop
            """)
    void others_cover_those_who_are_closed_or_empty(
            String site,
            String language,
            @Nullable String category,
            String channels,
            @Nullable String empty,
            @Nullable String expected) {
        var wish = wish(site, language, category, channels);
        var absent = Set.of(words(empty));

        var serving = ALL.serving(wish, NIGHT, desk -> !absent.contains(desk.id()));

        assertThat(serving).extracting(Desk::id).containsExactly(words(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # language | advisors
            fr       | ada cleo dora
            fr-FR    | cleo ada dora
            fr-CA    | dora ada cleo
            en       | ada bea emma
            """)
    void advisors_who_fit_are_candidates_the_best_first(String language, String expected) {
        var wish = wish("demo", language, null, "chat");

        var candidates = ALL.candidates(wish, MORNING);

        assertThat(candidates).extracting(seat -> seat.advisor().id()).containsExactly(words(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # language        | spoken  | fits
            fr_FR             | fr      | true
            FR                | fr      | true
            ja_JP             | ja      | true
            zh_TW             | zh      | true
            zh-HK             | zh      | true
            zh-hant-tw        | zh      | true
            zh-CN             | zh      | true
            zh-Hans           | zh      | true
            zh_TW             | zh_CN   | true
            cmn-Hans          | zh      | true
            yue-HK            | zh-Hant | true
            nb_NO             | no      | true
            en-US.UTF-8       | EN      | true
            fr_FR             | ja_JP   | false
            """)
    void whoever_speaks_her_language_fits_whichever_way_it_is_written(String language, String spoken, boolean fits) {
        var desk = new Built("one").open("00:00-24:00").languages(spoken).desk("ada:" + spoken);

        var candidates = new Desks(List.of(desk)).candidates(wish("demo", language, null, "chat"), MORNING);

        assertThat(candidates).hasSize(fits ? 1 : 0);
    }

    @Test
    void of_chinese_the_script_she_reads_comes_first() {
        var desk = new Built("one").open("00:00-24:00").languages("zh").desk("ada:zh-CN", "bea:zh-Hant");

        var candidates = new Desks(List.of(desk)).candidates(wish("demo", "zh_TW", null, "chat"), MORNING);

        assertThat(candidates).extracting(seat -> seat.advisor().id()).containsExactly("bea", "ada");
    }

    @Test
    void who_covers_comes_after_those_it_covers_for_and_stands_in_for_their_skills() {
        var day = new Built("day")
                .open("08:00-18:00")
                .languages("en")
                .covers("second")
                .desk("ada:en");
        var second = new Built("second")
                .open("00:00-24:00")
                .languages("en")
                .skills("leather")
                .desk("bea:en");
        var wish = wish("demo", "en", "watches", "chat");

        var candidates = new Desks(List.of(second, day)).candidates(wish, MORNING, desk -> false, (_, _) -> 0);

        assertThat(candidates).extracting(seat -> seat.advisor().id()).containsExactly("ada", "bea");
    }

    @Test
    void following_the_sun_in_a_circle_ends() {
        var one = new Built("one")
                .open("08:00-09:00")
                .languages("en")
                .covers("two")
                .desk("ada:en");
        var two = new Built("two")
                .open("08:00-09:00")
                .languages("en")
                .covers("three")
                .desk("bea:en");
        var three = new Built("three")
                .open("08:00-09:00")
                .languages("en")
                .covers("one", "gone")
                .desk("cleo:en");

        var serving = new Desks(List.of(one, two, three)).serving(wish("demo", "en", null, "chat"), NIGHT);

        assertThat(serving).isEmpty();
    }

    @Test
    void an_advisor_is_found_at_her_desk() {
        assertThat(ALL.advisor("dora")).map(Seat::desk).contains(QUEBEC);
        assertThat(ALL.advisor("nobody")).isEmpty();
        assertThat(ALL.find("shop")).contains(SHOP);
    }

    private static Wish wish(String site, String language, @Nullable String category, String channels) {
        return new Wish(
                "offer",
                VisitorKey.of(site, "v".repeat(22)),
                language,
                List.of(channels.split(", ")),
                category,
                null,
                "unknown",
                BigDecimal.TEN,
                "t@0");
    }

    private static String[] words(@Nullable String text) {
        return text == null ? new String[0] : text.split(" ");
    }

    private static final class Built {

        private final String id;
        private Hours hours = HoursTest.daily("UTC", "00:00-24:00");
        private List<String> languages = List.of();
        private List<String> skills = List.of();
        private List<String> channels = List.of("chat");
        private List<String> covers = List.of();
        private List<String> sites = List.of();

        Built(String id) {
            this.id = id;
        }

        Built open(String shift) {
            hours = HoursTest.daily("UTC", shift);
            return this;
        }

        Built languages(String... some) {
            languages = List.of(some);
            return this;
        }

        Built skills(String... some) {
            skills = List.of(some);
            return this;
        }

        Built channels(String... some) {
            channels = List.of(some);
            return this;
        }

        Built covers(String... some) {
            covers = List.of(some);
            return this;
        }

        Built sites(String... some) {
            sites = List.of(some);
            return this;
        }

        /** @param advisors {@code name:language,language} */
        Desk desk(String... advisors) {
            return new Desk(
                    id,
                    "eu",
                    languages,
                    skills,
                    channels,
                    hours,
                    covers,
                    sites,
                    Map.of(),
                    Optional.empty(),
                    Map.of(),
                    Arrays.stream(advisors).map(this::advisor).toList());
        }

        private Advisor advisor(String text) {
            var parts = text.split(":");
            return new Advisor(
                    parts[0], parts[0], "Advisor", null, List.of(parts[1].split(",")), skills, channels, 2, false);
        }
    }
}
