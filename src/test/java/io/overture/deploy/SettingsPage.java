package io.overture.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/settings.md}, made of what the sources, the build and the manifests say. */
final class SettingsPage {
    static final Path FILE = Path.of("docs/settings.md");
    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");
    private static final Pattern INJECTED =
            Pattern.compile("@ConfigProperty\\(\\s*name\\s*=\\s*\"(overture\\.[^\"]+)\"");

    private static final String HEAD = """
            # Settings

            Every setting of Overture, made from the sources by `SettingsPageTest`; nothing here is written by hand. Any of them
            can be given as an environment variable, as a system property, or in `config/application.properties` beside the
            application. A setting that is wrong stops the start with a message that names it.

            Durations are ISO 8601 (`PT30S`, `P90D`) or short (`30s`, `10m`); `<key>` is a name of your own.
            """;

    private static final String QUARKUS = """

            ## Quarkus

            What Quarkus has a setting for is set by its own name. These are the ones that are set differently here than Quarkus
            would, and those the manifests in `k8s/` and `docker/` set for a deployment; [all
            others](https://quarkus.io/guides/all-config) work too. *Fixed* is decided when the application is built, and cannot
            be changed afterwards.

            | setting | here | otherwise | meaning |
            |---|---|---|---|
            """;

    /** What their own jars leave without a word. */
    private static final Map<String, String> UNSAID = Map.of(
            "quarkus.oidc.auth-server-url", "The issuer of the bearer tokens that carry the house's roles.",
            "quarkus.redis.tls.trust-certificate-pem", "Whether Redis' certificate is judged by the authorities below.",
            "quarkus.redis.tls.trust-certificate-pem.certs", "Files of those authorities, PEM.");

    private final OvertureSettings ours = new OvertureSettings();
    private final QuarkusSettings theirs = QuarkusSettings.read();
    private final Properties shipped = shipped();

    /** All of ours, in the order of the page. */
    List<Setting> all() {
        return Stream.concat(
                        OvertureSettings.alone().stream(),
                        ours.groups().stream().flatMap(group -> group.settings().stream()))
                .toList();
    }

    QuarkusSettings quarkus() {
        return theirs;
    }

    String shipped(String name) {
        return shipped.getProperty(name, "");
    }

    /** Names of ours that are injected somewhere, without an interface that describes them. */
    static List<String> injected() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Documents::text)
                    .flatMap(text -> INJECTED.matcher(text).results().map(match -> match.group(1)))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        var page = new StringBuilder(HEAD);
        page.append("\n## The house\n").append(table(OvertureSettings.alone()));
        for (var group : ours.groups()) {
            page.append("\n## `%s`\n\n%s\n".formatted(group.prefix(), group.meaning()))
                    .append(table(group.settings()));
        }
        page.append(QUARKUS);
        names().forEach(name -> page.append(row(name)));
        return page.toString();
    }

    private static String table(List<Setting> settings) {
        return settings.stream()
                .map(each -> "| `%s` | %s | %s | %s |\n"
                        .formatted(each.name(), each.type(), each.standard(), each.meaning()))
                .collect(Collectors.joining("", "\n| setting | type | default | meaning |\n|---|---|---|---|\n", ""));
    }

    private String row(String name) {
        var known = theirs.named(name).orElseThrow();
        var here = shipped(name);
        return "| `%s`%s | %s | %s | %s |\n"
                .formatted(
                        name,
                        known.atBuild() ? " *fixed*" : "",
                        here.isEmpty() ? "" : "`" + here.replace("|", "\\|") + "`",
                        known.standard().isEmpty() ? "" : "`" + known.standard() + "`",
                        known.meaning().isEmpty() ? UNSAID.getOrDefault(name, "") : known.meaning());
    }

    /** What no extension of the running service describes is the build's own affair. */
    private TreeSet<String> names() {
        var names = shipped.stringPropertyNames().stream()
                .filter(name -> theirs.named(name).isPresent() && !name.endsWith(".test-port"))
                .collect(Collectors.toCollection(TreeSet::new));
        Deployments.variables().stream()
                .filter(variable -> variable.startsWith("QUARKUS_"))
                .map(variable -> theirs.variable(variable)
                        .orElseThrow(() -> new AssertionError("Quarkus has no setting for " + variable)))
                .forEach(known -> names.add(known.name()));
        return names;
    }

    private static Properties shipped() {
        var properties = new Properties();
        try (var text = Files.newBufferedReader(PROPERTIES)) {
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
