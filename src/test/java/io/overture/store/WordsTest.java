package io.overture.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stored words of enums are those that the table says, and no release takes one away. */
class WordsTest {

    @Test
    void each_constant_is_stored_under_its_word() throws IOException {
        assertThat(lines()).containsExactlyElementsOf(Files.readAllLines(KeptVisitors.STORED.resolve("words.txt")));
    }

    @Test
    void what_a_release_stored_is_still_known() throws IOException {
        for (var release : KeptVisitors.releases()) {
            assertThat(lines().map(WordsTest::word)).containsAll(KeptVisitors.words(release));
        }
    }

    static Stream<String> lines() {
        return StoredWords.all().stream()
                .flatMap(words -> words.words().entrySet().stream()
                        .map(each -> each.getKey().getDeclaringClass().getSimpleName() + " "
                                + each.getKey().name() + ": " + each.getValue()));
    }

    /** The enum and the word, without the constant. */
    static String word(String line) {
        return line.substring(0, line.indexOf(' ')) + line.substring(line.indexOf(':'));
    }
}
