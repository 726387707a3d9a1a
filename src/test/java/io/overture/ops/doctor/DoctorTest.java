package io.overture.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.ops.doctor.Finding.State;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DoctorTest {

    private static final Pattern SEE = Pattern.compile("\"(docs/[a-z/-]+\\.md)(?:#([a-z0-9-]+))?\"");

    private record Fixed(String id, Uni<List<Finding>> look) implements Check {}

    @Test
    void one_check_that_fails_hides_no_other() {
        var well = new Fixed("b", Uni.createFrom().item(List.of(Finding.ok("b", "well", ""))));
        var broken = new Fixed("a", Uni.createFrom().failure(new IllegalStateException("with a secret in it")));

        var findings = new Doctor(List.of(well, broken)).examine().await().atMost(Duration.ofSeconds(10));

        assertThat(findings).extracting(Finding::id).containsExactly("a", "b");
        assertThat(findings).extracting(Finding::state).containsExactly(State.FAIL, State.OK);
        assertThat(findings.getFirst().says()).doesNotContain("secret");
    }

    @Test
    void where_to_read_on_is_there() throws IOException {
        try (var sources = Files.list(Path.of("src/main/java/io/overture/ops/doctor"))) {
            assertThat(sources.flatMap(source -> SEE.matcher(text(source)).results())
                            .map(found -> new String[] {found.group(1), found.group(2)}))
                    .isNotEmpty()
                    .allSatisfy(see -> {
                        var file = Path.of(see[0]);
                        assertThat(file).isRegularFile();
                        if (see[1] != null) {
                            assertThat(anchors(file)).contains(see[1]);
                        }
                    });
        }
    }

    /** Of headings, as the usual renderers make them. */
    private static List<String> anchors(Path file) {
        return text(file)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceAll("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
