package io.overture.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Grafana dashboard, panel by panel. */
record Dashboard(JsonNode document) {
    static final Path FILE = Path.of("docker/grafana/dashboards/overture.json");

    record Panel(String title, JsonNode place, List<String> expressions) {}

    static Dashboard read() {
        return new Dashboard(Documents.json(Documents.text(FILE)));
    }

    Stream<Panel> panels() {
        return Manifests.each(document.path("panels"))
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .map(panel -> new Panel(
                        panel.path("title").asText(),
                        panel.path("gridPos"),
                        Manifests.each(panel.path("targets"))
                                .map(target -> target.path("expr").asText())
                                .toList()));
    }

    Stream<Expressions.Series> series() {
        return panels().flatMap(panel -> panel.expressions().stream())
                .flatMap(expression -> Expressions.series(expression).stream());
    }

    Stream<String> metrics() {
        return panels().flatMap(panel -> panel.expressions().stream())
                .flatMap(expression -> Expressions.metrics(expression).stream())
                .distinct();
    }
}
