package io.overture.deploy;

import static io.overture.deploy.Manifests.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.configuration.DurationConverter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way the manifests can be built: only fields Kubernetes knows, and no name that leads nowhere. */
class ManifestsTest {
    private static final Pattern HEAP_SHARE = Pattern.compile("-XX:(?:MaximumHeapSizePercent|MaxRAMPercentage)=(\\d+)");

    static Stream<Arguments> builds() {
        var bases = Tool.here().map(tool -> Arguments.of("base" + tool.words(), tool.base()));
        return Stream.concat(bases, Manifests.regions());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void every_field_is_known_to_kubernetes(String build, Manifests manifests) {
        var all = manifests.all();

        assertThat(all)
                .isNotEmpty()
                .allSatisfy(manifest ->
                        assertThatCode(() -> KnownFields.read(manifest)).doesNotThrowAnyException());
    }

    @Test
    void a_field_kubernetes_does_not_know_is_refused() {
        var manifest = (ObjectNode) Manifests.overlay("eu-west").deployment().deepCopy();
        ((ObjectNode) manifest.at("/spec/template/spec")).put("terminationGraceSeconds", 60);

        assertThatThrownBy(() -> KnownFields.read(manifest)).hasMessageContaining("terminationGraceSeconds");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void every_selector_finds_the_nodes(String build, Manifests manifests) {
        var labels = Documents.texts(manifests.deployment().at("/spec/template/metadata/labels"));

        var selectors = Stream.of(
                        manifests.ofKind("Service").map(each -> each.at("/spec/selector")),
                        manifests.ofKind("PodDisruptionBudget").map(each -> each.at("/spec/selector/matchLabels")),
                        manifests.ofKind("NetworkPolicy").map(each -> each.at("/spec/podSelector/matchLabels")),
                        each(manifests.pod().path("topologySpreadConstraints"))
                                .map(each -> each.at("/labelSelector/matchLabels")),
                        Stream.of(manifests.deployment().at("/spec/selector/matchLabels")))
                .flatMap(all -> all)
                .map(Documents::texts);

        assertThat(selectors)
                .isNotEmpty()
                .allSatisfy(selector -> assertThat(labels).containsAllEntriesOf(selector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void the_monitor_finds_the_management_service_and_no_other(String build, Manifests manifests) {
        var selector =
                Documents.texts(manifests.one("ServiceMonitor", "overture").at("/spec/selector/matchLabels"));

        var found = manifests
                .ofKind("Service")
                .filter(service -> Documents.texts(service.at("/metadata/labels"))
                        .entrySet()
                        .containsAll(selector.entrySet()))
                .map(Manifests::name);

        assertThat(found).containsExactly("overture-management");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void every_port_that_is_named_is_there(String build, Manifests manifests) {
        var ports = each(manifests.container().path("ports"))
                .map(port -> port.path("name").asText())
                .collect(Collectors.toSet());
        var servicePorts = manifests
                .ofKind("Service")
                .collect(Collectors.toMap(
                        Manifests::name,
                        service -> service.at("/spec/ports/0/name").asText()));

        var atPods = Stream.of(
                        manifests.ofKind("Service").map(each -> each.at("/spec/ports/0/targetPort")),
                        Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                                .map(probe -> manifests.container().at("/" + probe + "/httpGet/port")),
                        each(manifests.one("NetworkPolicy", "overture").at("/spec/ingress"))
                                .map(each -> each.at("/ports/0/port")))
                .flatMap(all -> all)
                .map(JsonNode::asText);

        assertThat(atPods).isNotEmpty().allMatch(ports::contains);
        assertThat(manifests
                        .one("ServiceMonitor", "overture")
                        .at("/spec/endpoints/0/port")
                        .asText())
                .isEqualTo(servicePorts.get("overture-management"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void the_ports_are_those_the_service_is_told(String build, Manifests manifests) {
        var settings = manifests.settings();

        var ports = each(manifests.container().path("ports"))
                .collect(Collectors.toMap(
                        port -> port.path("name").asText(),
                        port -> port.path("containerPort").asText()));

        assertThat(ports)
                .isEqualTo(Map.of(
                        "http", settings.get("QUARKUS_HTTP_PORT"),
                        "management", settings.get("QUARKUS_MANAGEMENT_PORT")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void every_file_a_setting_names_is_mounted(String build, Manifests manifests) {
        var volumes = each(manifests.pod().path("volumes"))
                .collect(Collectors.toMap(volume -> volume.path("name").asText(), volume -> volume));
        var mounts = each(manifests.container().path("volumeMounts"))
                .collect(Collectors.toMap(
                        mount -> Path.of(mount.path("mountPath").asText()),
                        mount -> volumes.get(mount.path("name").asText())));

        var files = manifests.settings().values().stream()
                .filter(value -> value.startsWith("/etc/"))
                .map(Path::of)
                .toList();

        assertThat(files).hasSize(3).allSatisfy(file -> {
            var volume = mounts.get(file.getParent());
            assertThat(volume).isNotNull();
            if (volume.has("configMap")) {
                var map =
                        manifests.one("ConfigMap", volume.at("/configMap/name").asText());
                assertThat(map.path("data").has(file.getFileName().toString())).isTrue();
            } else {
                assertThat(volume.at("/secret/secretName").asText()).isNotEmpty();
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void the_pod_has_time_to_drain(String build, Manifests manifests) {
        var settings = manifests.settings();
        var needed = Duration.ofSeconds(manifests
                        .container()
                        .at("/lifecycle/preStop/sleep/seconds")
                        .asInt())
                .plus(duration(settings.get("QUARKUS_SHUTDOWN_DELAY")))
                .plus(Manifests.FINISHING);

        var grace = Duration.ofSeconds(
                manifests.pod().path("terminationGracePeriodSeconds").asInt());

        assertThat(grace).isGreaterThan(needed.multipliedBy(2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void the_pod_asks_for_no_privilege(String build, Manifests manifests) {
        var pod = manifests.pod();
        var container = manifests.container().path("securityContext");

        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void the_namespace_admits_only_pods_without_privileges_such_as_these(String build, Manifests manifests) {
        var namespace = manifests.deployment().at("/metadata/namespace").asText();

        var labels = Documents.texts(manifests.one("Namespace", namespace).at("/metadata/labels"));

        assertThat(labels).containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void pods_come_before_what_can_wait_and_are_spread_over_machines_that_take_them(String build, Manifests manifests) {
        var priority = manifests.pod().path("priorityClassName").asText();

        assertThat(manifests.one("PriorityClass", priority).path("value").asInt())
                .isPositive();
        assertThat(each(manifests.pod().path("topologySpreadConstraints")))
                .hasSize(2)
                .allMatch(each -> each.path("nodeTaintsPolicy").asText().equals("Honor"));
    }

    /** The executable would take four fifths of the memory for its heap, the JVM is bounded by its image. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void the_heap_leaves_room_for_what_is_not_heap(String build, Manifests manifests) {
        var image = Dockerfile.read(
                manifests.container().path("image").asText().endsWith("-jvm")
                        ? Path.of("docker/Dockerfile.jvm")
                        : Path.of("docker/Dockerfile.native"));
        var words = Stream.concat(
                        image.last("ENTRYPOINT")
                                .flatMap(entry -> each(Documents.json(entry.rest())))
                                .map(JsonNode::asText),
                        each(manifests.container().path("args")).map(JsonNode::asText))
                .toList();

        var shares = words.stream()
                .map(HEAP_SHARE::matcher)
                .filter(Matcher::matches)
                .map(match -> Integer.parseInt(match.group(1)))
                .toList();

        assertThat(shares).hasSize(1).allMatch(share -> share <= 70);
        assertThat(manifests.container().at("/resources/limits/memory"))
                .isEqualTo(manifests.container().at("/resources/requests/memory"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void no_secret_is_written_down(String build, Manifests manifests) {
        var secret = Set.of("PASSWORD", "SECRET", "TOKEN", "KEY");

        // For whom a token is, anybody may know.
        var names = manifests.settings().keySet().stream().filter(name -> !name.equals("QUARKUS_OIDC_TOKEN_AUDIENCE"));

        assertThat(manifests.ofKind("Secret")).isEmpty();
        assertThat(names).noneMatch(name -> secret.stream().anyMatch(name::contains));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builds")
    void a_roll_out_takes_nobody_away(String build, Manifests manifests) {
        var spec = manifests.deployment().path("spec");

        assertThat(spec.at("/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
        assertThat(spec.path("minReadySeconds").asInt()).isPositive();
        assertThat(manifests
                        .one("PodDisruptionBudget", "overture")
                        .at("/spec/maxUnavailable")
                        .asInt())
                .isOne();
    }

    @Test
    void the_book_is_the_one_the_house_starts_with() {
        var ours = Documents.text(Manifests.TREE.resolve("base/book.yaml"));

        var shipped = Documents.text(Path.of("src/main/resources/books/default.yaml"));

        assertThat(ours).isEqualTo(shipped);
    }

    /** As Quarkus reads it: {@code 20s} is {@code PT20S}. */
    private static Duration duration(String text) {
        return DurationConverter.parseDuration(text);
    }
}
