package io.overture.redis;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scripts the code asks for are those that are there. */
class ScriptPathsTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Path SCRIPTS = Path.of("src/main/resources/lua");
    private static final Pattern ASKED = Pattern.compile("Script\\.named\\(([^)]*)\\)");
    private static final Pattern NAMES = Pattern.compile("\\s*\"[a-z-]+\"(\\s*,\\s*\"[a-z-]+\")*\\s*");
    private static final Pattern NAME = Pattern.compile("[a-z-]+");

    @Test
    void each_is_asked_for_by_its_name() throws IOException {
        try (var files = files(CODE, ".java")) {
            assertThat(files.map(ScriptPathsTest::read).flatMap(ScriptPathsTest::asked))
                    .isNotEmpty()
                    .allMatch(NAMES.asMatchPredicate());
        }
    }

    @Test
    void what_is_asked_for_is_there_and_what_is_there_is_asked_for() throws IOException {
        assertThat(named()).isEqualTo(there());
    }

    private static Set<String> named() throws IOException {
        try (var files = files(CODE, ".java")) {
            return files.map(ScriptPathsTest::read)
                    .flatMap(ScriptPathsTest::asked)
                    .flatMap(names -> NAME.matcher(names).results())
                    .map(MatchResult::group)
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static Set<String> there() throws IOException {
        try (var files = files(SCRIPTS, ".lua")) {
            return files.map(file -> SCRIPTS.relativize(file).toString())
                    .map(name -> name.substring(0, name.length() - ".lua".length()))
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static Stream<String> asked(String source) {
        return ASKED.matcher(source).results().map(found -> found.group(1));
    }

    private static Stream<Path> files(Path in, String ending) throws IOException {
        return Files.walk(in).filter(file -> file.toString().endsWith(ending));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
