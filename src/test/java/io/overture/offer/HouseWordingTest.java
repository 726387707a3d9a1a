package io.overture.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HouseWordingTest {

    static final List<String> LANGUAGES = HouseCopiesTest.LANGUAGES;

    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_TEXT = 140;
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_ANSWER = 16;

    private final HouseWording house = new HouseWording();

    @Test
    void everyLanguageOfTheHouseIsSpoken() {
        assertThat(house.languages()).isEqualTo(Set.copyOf(LANGUAGES));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTurnOfAConversationHasItsWords(String language) {
        var words = house.in(List.of(language));

        assertThat(notices(words)).allSatisfy(notice -> {
            assertThat(notice.title()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_TITLE);
            assertThat(notice.text()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_TEXT);
            assertThat(notice.close()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_ANSWER);
        });
        assertThat(words.channels().keySet()).isEqualTo(Set.copyOf(Channels.ALL));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everySmallWordIsThereAndShort(String language) {
        var talk = house.in(List.of(language)).talk();

        assertThat(labels(talk))
                .allSatisfy(label -> assertThat(label).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_LABEL));
        assertThat(talk.scale())
                .hasSize(Wording.Talk.SCORES)
                .doesNotHaveDuplicates()
                .allSatisfy(answer -> assertThat(answer).hasSizeLessThanOrEqualTo(LONGEST_ANSWER));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void aGoodHouseDoesNotRaiseItsVoice(String language) {
        var words = house.in(List.of(language));

        var all = Stream.of(
                        notices(words).flatMap(each -> Stream.of(each.title(), each.text(), each.close())),
                        labels(words.talk()),
                        words.talk().scale().stream(),
                        words.channels().values().stream())
                .flatMap(each -> each);

        assertThat(all)
                .allSatisfy(word -> assertThat(word)
                        .doesNotContain("!", "！", "¡", "%")
                        .doesNotContainIgnoringCase("chat", "agent", "ticket", "queue")
                        .isEqualTo(word.strip()));
    }

    /** What one language says another does not say in the same words: a line copied and left untranslated shows. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noLanguageBorrowsTheSentencesOfAnother(String language) {
        var sentences =
                notices(house.in(List.of(language))).map(Wording.Notice::text).toList();

        var others = LANGUAGES.stream()
                .filter(other -> !other.equals(language))
                .flatMap(other -> notices(house.in(List.of(other))).map(Wording.Notice::text));

        assertThat(others).doesNotContainAnyElementsOf(sentences);
    }

    @Test
    void aLanguageNobodyWroteReadsEnglish() {
        assertThat(house.in(List.of("sv-SE")).line().send()).isEqualTo("Send");
    }

    private static Stream<Wording.Notice> notices(Wording words) {
        return Stream.of(
                words.waiting(),
                words.joined(),
                words.handed(),
                words.introducing(),
                words.ended(),
                words.nobody(),
                words.asked(),
                words.full());
    }

    private static Stream<String> labels(Wording.Talk talk) {
        return Stream.of(
                talk.typing(),
                talk.seen(),
                talk.leave(),
                talk.question(),
                talk.contact(),
                talk.when(),
                talk.note(),
                talk.ask(),
                talk.you());
    }
}
