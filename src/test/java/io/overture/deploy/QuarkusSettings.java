package io.overture.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Quarkus' settings, as the extensions this tree uses describe them in their own jars. */
final class QuarkusSettings {
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final String JAVADOC = "META-INF/quarkus-config-doc/quarkus-config-javadoc.json";

    /**
     * One of theirs.
     *
     * @param pattern of the names it goes by; a part of one's own matches anything
     * @param variable of the names it goes by in the environment
     * @param atBuild whether it is fixed when the application is built
     */
    record Known(
            Pattern pattern,
            String name,
            Pattern variable,
            String type,
            String standard,
            String meaning,
            boolean atBuild) {}

    private final List<Known> all = new ArrayList<>();

    private QuarkusSettings() {}

    static QuarkusSettings read() {
        var read = new QuarkusSettings();
        try {
            for (var model :
                    Collections.list(QuarkusSettings.class.getClassLoader().getResources(MODEL))) {
                var javadoc = json(beside(model));
                items(json(model).path("configRoots")).forEach(item -> read.add(item, javadoc.path("elements")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    Optional<Known> named(String name) {
        return all.stream()
                .filter(each -> each.pattern().matcher(name).matches())
                .findFirst();
    }

    Optional<Known> variable(String variable) {
        return all.stream()
                .filter(each -> each.variable().matcher(variable).matches())
                .findFirst();
    }

    private void add(JsonNode item, JsonNode javadoc) {
        var element = item.path("sourceType").asText() + "."
                + item.path("sourceElementName").asText();
        var meaning =
                Prose.firstSentence(javadoc.path(element).path("description").asText());
        var paths = Stream.concat(Stream.of(item.path("path")), Manifests.each(item.path("additionalPaths")));
        paths.filter(path -> path.hasNonNull("property")).forEach(path -> {
            var name = path.path("property").asText();
            all.add(new Known(
                    pattern(name),
                    name,
                    variablePattern(name),
                    Words.of(item.path("typeDescription").asText()),
                    item.path("defaultValue").asText(""),
                    meaning,
                    !item.path("phase").asText().equals("RUN_TIME")));
        });
    }

    private static Stream<JsonNode> items(JsonNode roots) {
        return Manifests.each(roots)
                .flatMap(each -> each.has("items")
                        ? items(each.path("items"))
                        : each.has("path") ? Stream.of(each) : Stream.empty());
    }

    private static Pattern pattern(String property) {
        return Pattern.compile(Stream.of(property.split("(?=\"[^\"]*\")|(?<=\")(?=\\.|$)"))
                .map(part -> part.startsWith("\"") ? "(?:\"[^\"]+\"|[^.\"]+)" : Pattern.quote(part))
                .collect(Collectors.joining()));
    }

    private static Pattern variablePattern(String property) {
        return Pattern.compile(Stream.of(property.split("(?=\"[^\"]*\")|(?<=\")(?=\\.|$)"))
                .map(part -> part.startsWith("\"")
                        ? "[A-Z0-9_]+"
                        : part.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))
                .collect(Collectors.joining()));
    }

    private static URL beside(URL model) throws IOException {
        return URI.create(model.toString().replace(MODEL, JAVADOC)).toURL();
    }

    private static JsonNode json(URL document) {
        try (var bytes = document.openStream()) {
            return Documents.json(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
