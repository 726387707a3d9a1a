package io.overture.demo.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PieceTest {

    private static final Path CATALOGUE = Path.of("src/main/resources/demo/js/catalogue");
    private static final Pattern PIECE = Pattern.compile("id: \"([A-Z]-\\d+)\",\\s+name: \"([^\"]+)\",[\\s\\S]*?"
            + "category: \"([^\"]+)\",\\s+line: \"([^\"]+)\",\\s+price: (\\d+)");

    @Test
    void the_crowd_looks_at_what_the_boutique_shows() throws IOException {
        List<Piece> shown;
        try (var files = Files.list(CATALOGUE)) {
            shown = files.map(PieceTest::read)
                    .flatMap(text -> PIECE.matcher(text).results())
                    .map(piece -> new Piece(
                            piece.group(1),
                            piece.group(2),
                            piece.group(3),
                            piece.group(4),
                            Integer.parseInt(piece.group(5))))
                    .toList();
        }

        assertThat(Piece.ALL).containsExactlyInAnyOrderElementsOf(shown);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
