package io.overture.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page on triggers shows can be copied from it. */
class TriggersPageTest {

    private static final Path PAGE = Path.of("docs/triggers.md");
    private static final Pattern CONDITION = Pattern.compile("(?m)^\\| `\\w+` \\|.*\\| `(\\w+: (?:\\{|\\[).*)` \\|$");
    private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

    @ParameterizedTest
    @MethodSource
    void conditions(String example) {
        assertThat(Written.errors(Written.yaml(Written.when("{" + example + "}"))))
                .isEmpty();
    }

    static List<String> conditions() throws IOException {
        var examples = found(CONDITION);
        assertThat(examples).hasSize(17);
        return examples;
    }

    @ParameterizedTest
    @MethodSource
    void books(String example) {
        var text = example.contains("currency:") ? example : Written.book(example);

        assertThat(Written.errors(Written.yaml(text))).isEmpty();
    }

    static List<String> books() throws IOException {
        var examples = found(BLOCK);
        assertThat(examples).hasSize(2);
        return examples;
    }

    private static List<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .map(match -> pattern.matcher(match).replaceFirst("$1"))
                .toList();
    }
}
