package io.overture.offer;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Copy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseCopiesTest {

    static final List<String> LANGUAGES = List.of("en", "fr", "it", "de", "es", "ja", "ko", "zh-Hans", "zh-Hant", "ar");

    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_TEXT = 140;
    private static final int LONGEST_ANSWER = 30;

    @Test
    void everyNameHasWordsInEveryLanguage() {
        var copies = new HouseCopies().byName();

        assertThat(copies.keySet()).isEqualTo(Set.of("assistance", "checkout", "welcome-back", "search", "comparison"));
        assertThat(copies)
                .allSatisfy((name, words) -> assertThat(words.keySet()).isEqualTo(Set.copyOf(LANGUAGES)));
    }

    @ParameterizedTest
    @MethodSource
    void wordsAreShortAndQuiet(Copy copy) {
        assertThat(copy.title()).hasSizeLessThanOrEqualTo(LONGEST_TITLE);
        assertThat(copy.text()).hasSizeLessThanOrEqualTo(LONGEST_TEXT);
        assertThat(copy.accept()).hasSizeLessThanOrEqualTo(LONGEST_ANSWER);
        assertThat(copy.decline()).hasSizeLessThanOrEqualTo(LONGEST_ANSWER);
        assertThat(copy.later())
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(LONGEST_ANSWER)
                .isNotEqualTo(copy.decline());
        assertThat(copy.title() + copy.text() + copy.accept() + copy.decline() + copy.later())
                .doesNotContain("!", "！", "¡", "%")
                .isEqualTo((copy.title() + copy.text() + copy.accept() + copy.decline() + copy.later()).strip());
    }

    static Stream<Copy> wordsAreShortAndQuiet() {
        return new HouseCopies().byName().values().stream().flatMap(words -> words.values().stream());
    }
}
