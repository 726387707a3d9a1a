package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bills of materials that the build has left say what is in the package, and that all of it may be shipped. */
@Tag("in-this-jvm")
class BillOfMaterialsIT {

    private static final Path RENEWED = Path.of("target/licences.md");
    private static final Path LIBRARIES = Path.of("target/quarkus-app/lib");

    @ParameterizedTest
    @ValueSource(strings = {"service", "console", "beacon"})
    void everything_may_be_shipped(String part) {
        assertThat(Bill.of(part).unwanted()).isEmpty();
    }

    @Test
    void the_service_s_bill_has_every_library_of_the_package() throws IOException {
        var listed = Bill.of("service").components().stream()
                .map(each -> each.name().replace(':', '.') + "-" + each.version() + ".jar")
                .collect(Collectors.toSet());

        var packaged = libraries();

        assertThat(packaged).isNotEmpty();
        assertThat(listed).containsAll(packaged);
    }

    @Test
    void the_page_of_licences_is_what_the_bills_say() throws IOException {
        var expected = Files.writeString(RENEWED, LicencesPage.text());

        var actual = Documents.text(LicencesPage.FILE);

        assertThat(actual)
                .withFailMessage("Licences have changed: look at %s and copy it to %s", RENEWED, LicencesPage.FILE)
                .isEqualTo(Documents.text(expected));
    }

    /** The same commit makes the same bill. */
    @ParameterizedTest
    @ValueSource(strings = {"service", "console", "beacon"})
    void a_bill_says_nothing_of_when_it_was_made(String part) {
        var bill = Documents.json(Documents.text(Bill.FOLDER.resolve(part + ".json")));

        assertThat(bill.has("serialNumber")).isFalse();
        assertThat(bill.path("metadata").has("timestamp")).isFalse();
    }

    private static List<String> libraries() throws IOException {
        try (var files = Files.walk(LIBRARIES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
    }
}
