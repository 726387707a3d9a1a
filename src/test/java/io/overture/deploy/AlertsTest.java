package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every alert can fire, says who is to be woken, and leads to what is to be done. */
class AlertsTest {
    private static final Path FILE = Manifests.TREE.resolve("base/alerts.yaml");
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
    void prometheus_understands_the_rules() throws IOException {
        var promtool = Commands.find("promtool");
        assumeTrue(promtool.isPresent(), "promtool, of Debian's package prometheus, is not on this machine");
        var rules = Files.writeString(Path.of("target/alerts.yaml"), spec.toString());

        var outcome = Commands.run(List.of(promtool.orElseThrow().toString(), "check", "rules", rules.toString()));

        assertThat(outcome.exitCode()).as(outcome.said()).isZero();
    }

    private Stream<JsonNode> alerts() {
        return rules().filter(rule -> rule.has("alert"));
    }

    private Stream<JsonNode> rules() {
        return Manifests.each(spec.path("groups")).flatMap(group -> Manifests.each(group.path("rules")));
    }
}
