package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./dev release} leaves: everything a region is run from, with sums that are right, the same bytes each time. */
class ReleaseArchiveTest {
    private static final Path SCRIPT = Path.of(".mvn/release-archive").toAbsolutePath();
    private static final List<String> SOURCES =
            List.of("pom.xml", "README.md", "CHANGELOG.md", "docs", "docker", "k8s", "helm");
    private static final Map<String, String> BUILT = Map.of(
            "target/quarkus-app/quarkus-run.jar", "the application",
            "target/quarkus-app/lib/main/a.jar", "a library",
            "target/sbom/service.json", "{}",
            "target/sbom/made-of", "what the build keeps for itself",
            "src/main/java/Some.java", "a source");

    @TempDir
    Path folder;

    @BeforeEach
    void tarRunsHere() {
        assumeTrue(
                Stream.of("tar", "gtar")
                        .flatMap(name -> Commands.find(name).stream())
                        .anyMatch(tar -> Commands.run(List.of(tar.toString(), "--version"))
                                .said()
                                .contains("GNU tar")),
                "GNU tar is not on this machine");
    }

    @Test
    void it_has_what_a_region_is_run_from() throws IOException {
        var tree = built("tree");

        var release = unpacked(released(tree), "release");

        assertThat(release)
                .contains(
                        Map.entry("quarkus-app/quarkus-run.jar", sum("the application")),
                        Map.entry("quarkus-app/lib/main/a.jar", sum("a library")),
                        Map.entry("sbom/service.json", sum("{}")))
                .containsKeys("helm/overture-" + Chart.about().path("version").asText() + ".tgz")
                .doesNotContainKeys("sbom/made-of", "overture");
        for (var part : List.of(
                "README.md",
                "CHANGELOG.md",
                "docs",
                "k8s",
                "helm/values",
                "docker/prometheus-rules.yml",
                "docker/redis-users.acl",
                "docker/sentinel-users.acl",
                "docker/erase-again",
                "docker/grafana/dashboards/overture.json")) {
            assertThat(release).containsAllEntriesOf(files(Path.of(part), part));
        }
    }

    @Test
    void its_sums_are_those_of_every_file() throws IOException {
        var archive = released(built("tree"));
        var archives = archive.getParent();

        var release = unpacked(archive, "release");
        var inside = sums(folder.resolve("release").resolve("SHA256SUMS"));
        var beside = sums(archives.resolve("SHA256SUMS"));

        release.remove("SHA256SUMS");
        assertThat(inside).isEqualTo(release);
        var packages = files(archives, "");
        packages.remove("SHA256SUMS");
        assertThat(beside).hasSize(2).isEqualTo(packages);
    }

    @Test
    void the_same_inputs_make_the_same_bytes() throws IOException {
        var one = files(released(built("one")).getParent(), "");
        var other = built("other");
        try (var all = Files.walk(other)) {
            for (var file : all.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
            }
        }

        assertThat(files(released(other).getParent(), "")).isEqualTo(one);
    }

    /** Links lead out of the chart's folder; in the package they are files. */
    @Test
    void the_chart_alone_is_the_tree_s() throws IOException {
        var archives = released(built("tree")).getParent();

        var chart = unpacked(find(archives, "overture-chart-*.tgz"), "chart");

        assertThat(chart).isEqualTo(files(Chart.TREE, ""));
        try (var all = Files.walk(folder.resolve("chart"))) {
            assertThat(all).noneMatch(Files::isSymbolicLink);
        }
    }

    @Test
    void the_executable_goes_with_it_when_it_is_of_the_same_sources() throws IOException {
        var tree = built("tree");
        var runner = Files.writeString(tree.resolve("target/overture-" + version(tree) + "-runner"), "native");
        assertThat(runner.toFile().setExecutable(true)).isTrue();
        var source = tree.resolve("src/main/java/Some.java");
        var before = Files.getLastModifiedTime(runner).toInstant().minusSeconds(9);
        try (var all = Files.walk(tree)) {
            for (var file : all.filter(file -> !file.equals(runner)).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(before));
            }
        }

        var release = unpacked(released(tree), "release");

        assertThat(release).containsEntry("overture", sum("native"));
        assertThat(folder.resolve("release/overture")).isExecutable();

        Files.setLastModifiedTime(source, FileTime.from(before.plusSeconds(20)));
        var refused = run(tree);
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.said()).contains("src/main/java/Some.java is newer than target/overture-");
    }

    @Test
    void what_is_not_built_is_named() throws IOException {
        var tree = built("tree");
        Files.delete(tree.resolve("target/sbom/service.json"));

        var refused = run(tree);

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.said()).contains("There is no target/sbom/service.json");
    }

    /** A tree as the build leaves it, small. */
    private Path built(String name) throws IOException {
        var tree = Files.createDirectory(folder.resolve(name));
        var copied = Commands.run(Stream.of(Stream.of("cp", "-R"), SOURCES.stream(), Stream.of(tree.toString()))
                .flatMap(words -> words)
                .toList());
        assertThat(copied.exitCode()).as(copied.said()).isZero();
        for (var file : BUILT.entrySet()) {
            var path = tree.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
        return tree;
    }

    private static Path released(Path tree) throws IOException {
        var outcome = run(tree);
        assertThat(outcome.exitCode()).as(outcome.said()).isZero();
        return find(tree.resolve("target/release"), "overture-*.tar.gz");
    }

    private static Commands.Outcome run(Path tree) {
        return Commands.run(List.of("bash", SCRIPT.toString(), tree.toString()));
    }

    private static Path find(Path folder, String name) throws IOException {
        try (var found = Files.newDirectoryStream(folder, name)) {
            return found.iterator().next();
        }
    }

    private static String version(Path tree) {
        return Documents.text(tree.resolve("pom.xml")).replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
    }

    private Map<String, String> unpacked(Path archive, String name) throws IOException {
        var to = Files.createDirectory(folder.resolve(name));
        var outcome =
                Commands.run(List.of("tar", "-xzf", archive.toString(), "-C", to.toString(), "--strip-components=1"));
        assertThat(outcome.exitCode()).as(outcome.said()).isZero();
        return files(to, "");
    }

    /** Every file below by its path, and its sum. */
    private static Map<String, String> files(Path folder, String prefix) throws IOException {
        var sums = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                sums.put(Path.of(prefix).resolve(folder.relativize(file)).toString(), sum(Files.readAllBytes(file)));
            }
        }
        return sums;
    }

    private static Map<String, String> sums(Path file) {
        return Documents.text(file)
                .lines()
                .map(line -> line.split("  ", 2))
                .collect(Collectors.toMap(words -> words[1], words -> words[0]));
    }

    private static String sum(String text) {
        return sum(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
