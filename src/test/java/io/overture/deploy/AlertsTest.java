package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every alert can fire, says who is to be woken, and leads to what is to be done. */
class AlertsTest {
    private static final Path FILE = Manifests.TREE.resolve("base/alerts.yaml");
    private static final Path PLAIN = Path.of("docker/prometheus-rules.yml");
    private static final Path RENEWED = Path.of("target/prometheus-rules.yml");
    private static final String HEAD =
            "# Made from k8s/base/alerts.yaml by AlertsTest, for a Prometheus without the operator;"
                    + " the composition loads it.\n";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCENES = Documents.yaml(
                    Documents.text(Path.of("src/test/resources/alerts/series.yaml")))
            .getFirst();
    private static final Map<String, String> LABELS = Map.of("region", "eu", "why", "full", "name", "full");
    private static final Pattern RECORDED = Pattern.compile("overture:[a-z0-9_:]+");

    private final JsonNode spec =
            Documents.yaml(Documents.text(FILE)).getFirst().path("spec");

    @Test
    void every_alert_leads_to_its_page_of_the_runbook() {
        var anchors = Runbook.anchors();

        var links = alerts().map(rule -> rule.at("/annotations/runbook_url").asText());

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link)
                        .contains("docs/operations.md#")
                        .matches(each -> anchors.contains(each.substring(each.indexOf('#') + 1))));
    }

    @Test
    void every_alert_says_how_urgent_it_is() {
        var severities = alerts().map(rule -> rule.at("/labels/severity").asText());

        assertThat(severities).allMatch(List.of("page", "ticket")::contains);
    }

    @Test
    void what_is_asked_of_recordings_is_recorded() {
        var recorded = rules().filter(rule -> rule.has("record"))
                .map(rule -> rule.path("record").asText())
                .collect(Collectors.toSet());

        var asked = alerts().flatMap(
                        rule -> RECORDED.matcher(rule.path("expr").asText()).results())
                .map(match -> match.group());

        assertThat(asked).isNotEmpty().allMatch(recorded::contains);
    }

    @Test
    void the_plain_file_has_the_same_rules() throws IOException {
        var text = Documents.text(FILE);
        var rules = text.substring(text.indexOf("spec:\n") + "spec:\n".length())
                .lines()
                .map(line -> line.replaceFirst("^ {2}", ""))
                .collect(Collectors.joining("\n", HEAD, "\n"));

        Files.writeString(RENEWED, rules);
        assertThat(Documents.text(PLAIN))
                .withFailMessage("Alerts have changed: look at %s and copy it to %s", RENEWED, PLAIN)
                .isEqualTo(rules);
    }

    @Test
    void prometheus_understands_the_rules() {
        var outcome = promtool("check", "rules", PLAIN.toString());

        assertThat(outcome.exitCode()).as(outcome.said()).isZero();
    }

    @Test
    void every_alert_wakes_somebody_when_it_should_and_nobody_otherwise() throws IOException {
        var tests = JSON.createArrayNode();
        alerts().forEach(alert -> {
            var scene = SCENES.path(alert.path("alert").asText());
            assertThat(scene.isObject()).as(alert.path("alert").asText()).isTrue();
            tests.add(scene(alert, scene, "wakes")).add(scene(alert, scene, "quiet"));
        });
        var file = JSON.createObjectNode().put("evaluation_interval", "1m");
        file.putArray("rule_files").add(PLAIN.toAbsolutePath().toString());
        file.set("tests", tests);
        var written = Files.writeString(Path.of("target/alerts-test.yaml"), file.toString());

        var outcome = promtool("test", "rules", written.toString());

        assertThat(outcome.exitCode()).as(outcome.said()).isZero();
    }

    private static Commands.Outcome promtool(String... words) {
        var promtool = Commands.find("promtool");
        assumeTrue(promtool.isPresent(), "promtool, of Debian's package prometheus, is not on this machine");
        return Commands.run(Stream.concat(Stream.of(promtool.orElseThrow().toString()), Stream.of(words))
                .toList());
    }

    /** One of promtool's tests: these series, and this alert, or none of its name. */
    private static ObjectNode scene(JsonNode alert, JsonNode scene, String which) {
        var test = JSON.createObjectNode().put("interval", "1m");
        var series = test.putArray("input_series");
        scene.path(which)
                .properties()
                .forEach(each -> series.addObject()
                        .put("series", ofRegion(each.getKey()))
                        .put("values", each.getValue().asText()));
        var expected = test.putArray("alert_rule_test")
                .addObject()
                .put("eval_time", scene.path("after").asText() + "m")
                .put("alertname", alert.path("alert").asText());
        var alerts = expected.putArray("exp_alerts");
        if (which.equals("wakes")) {
            var one = alerts.addObject();
            var labels = scene.has("labels")
                    ? Manifests.each(scene.path("labels")).map(JsonNode::asText).toList()
                    : List.of("region");
            var values = one.putObject("exp_labels")
                    .put("severity", alert.at("/labels/severity").asText());
            labels.forEach(label -> values.put(label, LABELS.get(label)));
            var notes = one.putObject("exp_annotations");
            alert.path("annotations")
                    .properties()
                    .forEach(note ->
                            notes.put(note.getKey(), filled(note.getValue().asText(), labels)));
        }
        return test;
    }

    private static String filled(String text, List<String> labels) {
        var filled = text;
        for (var label : labels) {
            filled = filled.replace("{{ $labels." + label + " }}", LABELS.getOrDefault(label, ""));
        }
        return filled.replaceAll("\\{\\{ \\$labels\\.\\w+ }}", "");
    }

    private static String ofRegion(String series) {
        return series.contains("{") ? series.replace("{", "{region=\"eu\",") : series + "{region=\"eu\"}";
    }

    private Stream<JsonNode> alerts() {
        return rules().filter(rule -> rule.has("alert"));
    }

    private Stream<JsonNode> rules() {
        return Manifests.each(spec.path("groups")).flatMap(group -> Manifests.each(group.path("rules")));
    }
}
