package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart does beside being the same as the overlays: releases beside each other, kinds of Redis, what rolls nodes. */
class ChartTest {
    private static final Pattern FILE = Pattern.compile("\\b(?:k8s|helm)(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+(?:\\.yaml)?");
    private static final Path PAGE = Path.of("docs/operations.md");
    private static final String CHECKSUMS = "/spec/template/metadata/annotations";

    @BeforeEach
    void helmRunsHere() {
        assumeTrue(Chart.isReadable(), Chart.NOT_HERE);
    }

    @Test
    void helm_finds_nothing_to_say_of_it() {
        var judged = Chart.judged();

        assertThat(judged.refused()).as(judged.printed()).isEmpty();
        assertThat(judged.printed()).doesNotContain("WARNING", "ERROR");
    }

    @Test
    void it_needs_the_kubernetes_the_page_names() {
        var needed = Chart.about().path("kubeVersion").asText().replaceAll(">=(\\d+\\.\\d+).*", "$1");

        assertThat(Documents.text(PAGE)).contains("Kubernetes ≥ " + needed);
    }

    @Test
    void every_file_the_page_names_is_there() {
        var page = Documents.text(PAGE);
        var part = page.substring(page.indexOf("\n### Helm\n"), page.indexOf("\n## Sizing\n"));

        var named = FILE.matcher(part)
                .results()
                .map(match -> Path.of(match.group()))
                .collect(Collectors.toSet());

        assertThat(named)
                .contains(Chart.TREE, Path.of("k8s/base/namespace.yaml"))
                .allMatch(Files::exists);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "settings: {OVERTURE_CLIENTS_LIFETIME: P10D}",
                "book: 'triggers: []'",
                "desks: 'desks: [{id: paris}]'"
            })
    void a_change_of_what_is_read_at_the_start_rolls_the_nodes(String values) {
        var before = Chart.of("eu-west").deployment();

        var after = Chart.of("eu-west", values).deployment();

        assertThat(before.at(CHECKSUMS)).hasSize(3);
        assertThat(after.at(CHECKSUMS)).isNotEqualTo(before.at(CHECKSUMS));
    }

    @Test
    void what_is_read_otherwise_rolls_nobody() {
        var before = Chart.of("eu-west").deployment();

        var after =
                Chart.of("eu-west", "monitoring: {dashboard: {enabled: true}}").deployment();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void two_releases_stand_beside_each_other() {
        var one = Chart.released("paris", "shops");
        var other = Chart.released("milan", "shops", "priorityClass: {create: false, name: paris-overture}");

        assertThat(names(one)).isNotEmpty().doesNotContainAnyElementsOf(names(other));
        assertThat(selector(one)).isNotEqualTo(selector(other));
        assertThat(deployment(other).findValuesAsText("priorityClassName")).containsExactly("paris-overture");
        assertThat(Stream.of(one, other))
                .allSatisfy(release -> assertThat(release.all())
                        .filteredOn(each -> !each.path("kind").asText().equals("PriorityClass"))
                        .allMatch(
                                each -> each.at("/metadata/namespace").asText().equals("shops")));
    }

    @Test
    void alerts_look_at_the_namespace_of_the_release() {
        var rules = Chart.released("overture", "shops").one("PrometheusRule", "overture");

        assertThat(rules.toString()).contains("namespace=\\\"shops\\\"").doesNotContain("namespace=\\\"overture\\\"");
    }

    /** Helm packs only what lies in the chart's folder, and links are not kept wherever the tree goes. */
    @ParameterizedTest
    @CsvSource({
        "alerts.yaml, k8s/base/alerts.yaml",
        "book.yaml, k8s/base/book.yaml",
        "desks.yaml, k8s/base/desks.yaml",
        "dashboard.json, docker/grafana/dashboards/overture.json"
    })
    void the_charts_copies_are_the_same_as_what_they_were_copied_from(String copy, Path original) {
        var file = Chart.TREE.resolve("files").resolve(copy);

        assertThat(file).as("cp %s %s", original, file).isRegularFile().hasSameTextualContentAs(original);
    }

    @Test
    void the_dashboard_is_the_composition_s() {
        var map = Chart.ofDefaults("monitoring: {dashboard: {enabled: true}}").one("ConfigMap", "overture-dashboard");

        assertThat(map.at("/data/overture.json").asText()).isEqualTo(Documents.text(Dashboard.FILE));
        assertThat(Documents.texts(map.at("/metadata/labels"))).containsEntry("grafana_dashboard", "1");
    }

    @Test
    void a_cluster_is_spoken_to_as_one() {
        var settings = Chart.of("eu-west", "redis: {mode: cluster}").settings();

        assertThat(settings).containsEntry("QUARKUS_REDIS_CLIENT_TYPE", "cluster");
    }

    @Test
    void sentinels_are_asked_for_the_master_and_both_can_be_reached() {
        var manifests = Chart.of(
                "eu-west",
                "redis: {mode: sentinel, master: house, hosts: [rediss://a.example:26379, rediss://b.example:26379]}");
        var redis = new Walls.Pod("none", Map.of(), "10.10.32.9");

        assertThat(manifests.settings())
                .containsEntry("QUARKUS_REDIS_CLIENT_TYPE", "sentinel")
                .containsEntry("QUARKUS_REDIS_MASTER_NAME", "house")
                .containsEntry("QUARKUS_REDIS_HOSTS", "rediss://a.example:26379,rediss://b.example:26379");
        assertThat(Stream.of(6379, 26379)).allMatch(port -> Walls.of(manifests).letsOut(redis, port, "TCP"));
    }

    @Test
    void a_redis_without_password_and_tls_asks_for_no_secret() {
        var manifests = Chart.ofDefaults(
                "redis: {hosts: ['redis://redis:6380/1?user=overture'], passwordSecret: {name: '', key: password}}");

        assertThat(manifests.deployment().findValues("secretKeyRef")).isEmpty();
        assertThat(manifests.deployment().findValues("secret")).isEmpty();
        assertThat(manifests.settings().keySet()).noneMatch(name -> name.startsWith("QUARKUS_REDIS_TLS"));
        assertThat(Walls.of(manifests).letsOut(new Walls.Pod("none", Map.of(), "192.0.2.9"), 6380, "TCP"))
                .isTrue();
    }

    private static Set<String> names(Manifests manifests) {
        return manifests.all().stream()
                .map(each -> each.path("kind").asText() + "/" + Manifests.name(each))
                .collect(Collectors.toSet());
    }

    private static JsonNode selector(Manifests manifests) {
        return deployment(manifests).at("/spec/selector/matchLabels");
    }

    private static JsonNode deployment(Manifests manifests) {
        return manifests.ofKind("Deployment").findFirst().orElseThrow();
    }
}
