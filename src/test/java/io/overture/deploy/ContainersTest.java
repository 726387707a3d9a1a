package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the images are made of is there, and what they say of themselves is so. */
class ContainersTest {
    private static final Path FOLDER = Path.of("docker");

    static Stream<Dockerfile> images() {
        return Stream.of("Dockerfile.native", "Dockerfile.jvm")
                .map(FOLDER::resolve)
                .map(Dockerfile::read);
    }

    @ParameterizedTest
    @MethodSource("images")
    void what_is_copied_from_the_tree_is_in_it_and_not_ignored(Dockerfile image) {
        var ignored = Documents.text(Path.of(".dockerignore")).lines().toList();

        var copied = image.all("COPY")
                .filter(copy -> copy.flag("from").isEmpty())
                .flatMap(copy -> copy.arguments().subList(0, copy.arguments().size() - 1).stream());

        assertThat(copied).isNotEmpty().allSatisfy(path -> {
            assertThat(Path.of(path)).exists();
            assertThat(ignored).doesNotContain(path);
        });
    }

    @ParameterizedTest
    @MethodSource("images")
    void what_is_copied_from_a_stage_has_a_stage_before_it(Dockerfile image) {
        var from = image.all("COPY").map(copy -> copy.flag("from")).flatMap(Optional::stream);

        assertThat(from).isNotEmpty().allMatch(image.stages()::contains);
    }

    @ParameterizedTest
    @MethodSource("images")
    void what_it_is_built_on_is_pinned(Dockerfile image) {
        var bases = image.bases();

        assertThat(bases)
                .isNotEmpty()
                .allMatch(base -> base.matches(".+:[^:]*\\d[^:]*"))
                .noneMatch(base -> base.endsWith(":latest"));
    }

    @ParameterizedTest
    @MethodSource("images")
    void a_release_can_say_which_bytes_it_is_built_on(Dockerfile image) {
        assertThat(image.foreign()).isNotEmpty().allMatch(base -> base.matches("\\$\\{[A-Z]+}"));
    }

    @ParameterizedTest
    @MethodSource("images")
    void it_opens_the_ports_the_service_listens_on(Dockerfile image) {
        var settings = new SettingsPage();

        var ports = image.last("EXPOSE").findFirst().orElseThrow().arguments();

        assertThat(ports)
                .containsExactly(settings.shipped("quarkus.http.port"), settings.shipped("quarkus.management.port"));
    }

    @ParameterizedTest
    @MethodSource("images")
    void it_runs_as_the_user_the_pod_runs_as(Dockerfile image) {
        var pod = Manifests.of(Manifests.TREE.resolve("base")).pod().path("securityContext");

        var user =
                image.last("USER").reduce((first, last) -> last).orElseThrow().rest();

        assertThat(user)
                .isEqualTo(pod.path("runAsUser").asText() + ":"
                        + pod.path("runAsGroup").asText());
    }

    @ParameterizedTest
    @MethodSource("images")
    void it_starts_what_was_copied_and_gets_signals_itself(Dockerfile image) {
        var command = Documents.json(
                image.last("ENTRYPOINT").findFirst().orElseThrow().rest());
        var words = Documents.leaves(command).toList();

        var ours =
                words.stream().filter(word -> word.startsWith("/opt/overture/")).toList();

        assertThat(command.isArray()).isTrue();
        assertThat(words.getFirst()).isIn("java", "/opt/overture/overture");
        assertThat(ours)
                .isNotEmpty()
                .allMatch(file -> image.all("COPY")
                        .anyMatch(copy ->
                                copy.rest().contains(Path.of(file).getFileName().toString())));
    }

    @ParameterizedTest
    @MethodSource("images")
    void its_health_check_needs_no_tool_the_base_lacks(Dockerfile image) {
        var check = image.last("HEALTHCHECK").findFirst().orElseThrow().rest();

        var script = Documents.text(FOLDER.resolve("healthy"));

        assertThat(check).endsWith("CMD [\"/usr/local/bin/healthy\"]");
        assertThat(image.all("COPY").map(Dockerfile.Instruction::rest))
                .contains("docker/healthy /usr/local/bin/healthy");
        assertThat(script).startsWith("#!/bin/bash\n").doesNotContain("curl", "wget", " nc ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "train"})
    void its_scripts_can_be_run(String script) {
        var file = FOLDER.resolve(script);

        var checked = Commands.run(List.of("bash", "-n", file.toString()));

        assertThat(Files.isExecutable(file)).isTrue();
        assertThat(checked.exitCode()).as(checked.said()).isZero();
    }
}
