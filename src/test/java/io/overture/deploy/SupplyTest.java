package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build takes from others: one version of each, under a licence that was looked at, asked after where one can ask. */
class SupplyTest {

    private static final Pattern PLUGIN = Pattern.compile("<plugin>(.*?)</plugin>", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("<(?:[a-z-]+\\.)?version>([^<$]+)</");
    private static final String EXACT = "\\d[\\w.-]*";

    @TempDir
    Path folder;

    @Test
    void the_build_asks_for_one_version_of_each() {
        var pom = withoutRules(Documents.text(Path.of("pom.xml")));

        var versions = VERSION.matcher(pom).results().map(match -> match.group(1));

        assertThat(versions).hasSizeGreaterThan(15).allMatch(version -> version.matches(EXACT));
        // Our own may be one, until it is released.
        assertThat(pom.replaceFirst("<artifactId>overture</artifactId>\\s*<version>[^<]+</version>", ""))
                .doesNotContain("-SNAPSHOT");
    }

    @Test
    void every_plugin_has_a_version() {
        var pom = Documents.text(Path.of("pom.xml"));
        var named = PLUGIN.matcher(pom).results().map(match -> match.group(1)).toList();

        var without = named.stream()
                .map(plugin -> plugin.replaceAll("(?s)<executions>.*", ""))
                .filter(plugin -> !plugin.contains("<version>"))
                .map(plugin -> plugin.replaceAll("(?s).*<artifactId>(.*?)</artifactId>.*", "$1"))
                // A profile adds to what the build has pinned.
                .filter(plugin -> named.stream()
                        .noneMatch(other -> other.contains("<artifactId>" + plugin + "</artifactId>")
                                && other.contains("<version>")))
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "beacon", "console"})
    void a_front_end_asks_for_one_version_of_each_and_knows_its_bytes(String part) {
        var asked = Documents.json(Documents.text(Path.of(part, "package.json")));
        var locked =
                Documents.json(Documents.text(Path.of(part, "package-lock.json")))
                        .path("packages")
                        .properties()
                        .stream()
                        .filter(each -> !each.getKey().isEmpty())
                        .map(Map.Entry::getValue);

        var versions = Stream.of("dependencies", "devDependencies").flatMap(kind -> Documents.leaves(asked.path(kind)));

        assertThat(versions).isNotEmpty().allMatch(version -> version.matches(EXACT));
        assertThat(locked)
                .isNotEmpty()
                .allMatch(each -> each.path("integrity").asText().startsWith("sha"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"license\": {\"id\": \"MIT\"}}', ''",
        "'', a.b:c []",
        "'{\"license\": {\"id\": \"AGPL-3.0-only\"}}', a.b:c [AGPL-3.0-only]",
        "'{\"license\": {\"name\": \"Ask us\"}}', a.b:c [Ask us]",
        "'{\"expression\": \"MIT OR SSPL-1.0\"}', a.b:c [MIT OR SSPL-1.0]"
    })
    void a_licence_nobody_has_looked_at_is_told_with_its_component(String licence, String unwanted) {
        var bill = Bill.of(Documents.json("""
                {"components": [{"group": "a.b", "name": "c", "version": "1", "licenses": [%s]}]}""".formatted(licence)));

        assertThat(String.join(", ", bill.unwanted())).isEqualTo(unwanted);
    }

    @Test
    void a_known_vulnerability_is_told_with_its_component() throws IOException {
        try (var database = database("""
                {"results": [{}, {"vulns": [{"id": "GHSA-1"}, {"id": "GHSA-2"}]}]}""")) {
            var outcome = check(database.address());

            assertThat(outcome.exitCode()).isOne();
            assertThat(outcome.printed())
                    .contains("pkg:npm/b@2  GHSA-1", "pkg:npm/b@2  GHSA-2", "2 components, 2 known")
                    .doesNotContain("pkg:maven/a");
        }
    }

    @Test
    void nothing_known_is_well() throws IOException {
        try (var database = database("{\"results\": [{}, {}]}")) {
            var outcome = check(database.address());

            assertThat(outcome.exitCode()).as(outcome.said()).isZero();
            assertThat(outcome.printed()).contains("2 components, 0 known");
        }
    }

    @Test
    void a_data_base_that_cannot_be_asked_is_no_failure_and_no_clean_bill() throws IOException {
        String nobody;
        try (var database = database("{}")) {
            nobody = database.address();
            assertThat(check(nobody).printed()).startsWith("NOT CHECKED");
        }

        var outcome = check(nobody);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.printed()).startsWith("NOT CHECKED").doesNotContain("0 known");
    }

    private Commands.Outcome check(String database) throws IOException {
        var bill = Files.writeString(folder.resolve("bill.json"), """
                {"components": [{"purl": "pkg:maven/a/a@1?type=jar"}, {"purl": "pkg:npm/b@2"}]}""");
        return Commands.run(
                List.of("env", "OVERTURE_OSV=" + database, "node", ".mvn/known-vulnerabilities.mjs", bill.toString()));
    }

    private record Database(HttpServer server) implements AutoCloseable {

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static Database database(String answer) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/querybatch", exchange -> {
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return new Database(server);
    }

    /** What tools must be at least, the enforcer says as a range. */
    private static String withoutRules(String pom) {
        return pom.replaceAll("(?s)<rules>.*?</rules>", "");
    }
}
