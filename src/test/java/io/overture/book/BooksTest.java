package io.overture.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.overture.offer.HouseCopies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BooksTest {

    private static final HouseCopies COPIES = new HouseCopies();

    @TempDir
    private Path folder;

    @Test
    void withoutAFileTheDefaultBookIsInForce() {
        var books = new Books(COPIES, Optional.empty());

        assertThat(books.inForce().triggers()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    book.yaml | currency: CHF # ours, triggers: []      | application/yaml
                    book.json | {"currency": "CHF", "triggers": []}     | application/json
                    BOOK.JSON | {"currency": "CHF", "triggers": []}     | application/json
                    book      | {currency: CHF, triggers: []}           | application/yaml
                    """)
    void theFileOfTheHouseIsInForceAsItWasWritten(String name, String text, String mediaType) throws IOException {
        var written = text.replace("ours, ", "ours\n");
        var file = Files.writeString(folder.resolve(name), written);

        var books = new Books(COPIES, Optional.of(file));

        assertThat(books.inForce().currency().getCode()).isEqualTo("CHF");
        assertThat(books.asWritten().text()).isEqualTo(written);
        assertThat(books.asWritten().mediaType()).isEqualTo(mediaType);
    }

    @Test
    void aWrongFileStopsTheStartAndSaysAllThatIsWrong() throws IOException {
        var file = Files.writeString(folder.resolve("ours.yaml"), "currency: CHF\nfloor: low\ntriggers: {}");

        assertThatThrownBy(() -> new Books(COPIES, Optional.of(file)))
                .isInstanceOf(UnusableBook.class)
                .hasMessageContainingAll(
                        "ours.yaml is not a valid trigger book",
                        "/floor  This must be a number. (line 2)",
                        "/triggers  ");
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> new Books(COPIES, Optional.of(folder.resolve("none.yaml"))))
                .isInstanceOf(UnusableBook.class)
                .hasMessageContaining("none.yaml: there is no such file");
    }
}
