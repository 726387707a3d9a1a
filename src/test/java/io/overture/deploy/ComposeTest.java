package io.overture.deploy;

import static io.overture.deploy.Manifests.each;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.DurationConverter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The composition on one machine: what it names is there, and its parts find each other. */
class ComposeTest {
    private static final Path FOLDER = Path.of("docker");
    private static final Pattern UPSTREAM = Pattern.compile("server ([a-z0-9-]+):(\\d+)");

    /** SnakeYAML resolves the anchors and merges that the file is written with. */
    private final JsonNode compose =
            new ObjectMapper().valueToTree(new Yaml().load(Documents.text(FOLDER.resolve("compose.yaml"))));

    private final String ingress = Documents.text(FOLDER.resolve("nginx.conf"));

    @Test
    void every_file_it_names_is_there() {
        var files = services()
                .flatMap(service -> each(service.path("volumes")))
                .map(JsonNode::asText)
                .filter(volume -> volume.startsWith("."))
                .map(volume -> FOLDER.resolve(volume.split(":")[0]));
        var builds = nodes().map(
                        node -> FOLDER.resolve(node.at("/build/context").asText())
                                .resolve(node.at("/build/dockerfile").asText()));

        assertThat(Stream.concat(files, builds))
                .hasSizeGreaterThan(4)
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void every_volume_and_network_is_declared() {
        var volumes = services()
                .flatMap(service -> each(service.path("volumes")))
                .map(volume -> volume.asText().split(":")[0])
                .filter(name -> !name.startsWith("."));
        var networks =
                services().flatMap(service -> each(service.path("networks"))).map(JsonNode::asText);

        assertThat(volumes).isNotEmpty().allMatch(compose.path("volumes")::has);
        assertThat(networks).isNotEmpty().allMatch(compose.path("networks")::has);
    }

    @Test
    void who_waits_for_another_waits_for_a_service_that_can_say_it_is_well() {
        var awaited = services().flatMap(service -> service.path("depends_on").properties().stream());

        assertThat(awaited).isNotEmpty().allSatisfy(one -> {
            var service = compose.path("services").path(one.getKey());
            assertThat(service.isObject()).isTrue();
            assertThat(service.has("healthcheck") || service.has("build")).isTrue();
        });
    }

    @Test
    void images_are_pinned() {
        var images = services().map(service -> service.path("image").asText());

        assertThat(images).allMatch(image -> image.matches(".+:v?\\d[\\w.-]+"));
    }

    @Test
    void redis_throws_nobody_away_and_writes_down_what_it_acknowledged() {
        var command = each(compose.at("/services/redis/command"))
                .map(JsonNode::asText)
                .toList();

        assertThat(command)
                .containsSequence("--maxmemory-policy", "noeviction")
                .containsSequence("--appendonly", "yes");
    }

    @Test
    void nodes_sign_in_as_the_user_whose_rights_are_listed() {
        var redis = compose.at("/services/redis");
        var user = Documents.text(FOLDER.resolve("redis-users.acl")).split(" ")[1];

        assertThat(each(redis.path("volumes")).map(JsonNode::asText))
                .contains("./redis-users.acl:/etc/redis-users.acl:ro");
        assertThat(redis.at("/entrypoint/2").asText())
                .contains("/etc/redis-users.acl", "user default off", "--aclfile /tmp/users.acl");
        assertThat(nodes().map(node ->
                        node.at("/environment/QUARKUS_REDIS_HOSTS").asText()))
                .isNotEmpty()
                .allMatch(hosts -> hosts.endsWith("?user=" + user));
    }

    @Test
    void the_ingress_leads_to_the_nodes_public_port() {
        var servers = UPSTREAM.matcher(ingress).results().map(match -> Map.entry(match.group(1), match.group(2)));

        assertThat(servers)
                .hasSize(4)
                .allSatisfy(server -> assertThat(compose.path("services")
                                .path(server.getKey())
                                .at("/environment/QUARKUS_HTTP_PORT")
                                .asText())
                        .isEqualTo(server.getValue()));
    }

    @Test
    void prometheus_reads_every_node() {
        var targets = Documents.yaml(Documents.text(FOLDER.resolve("prometheus.yml")))
                .getFirst()
                .at("/scrape_configs/0/static_configs/0/targets");

        var nodes = compose.path("services").properties().stream()
                .filter(service -> service.getValue().has("build"))
                .map(service -> service.getKey() + ":"
                        + service.getValue()
                                .at("/environment/QUARKUS_MANAGEMENT_PORT")
                                .asText())
                .toList();

        assertThat(each(targets).map(JsonNode::asText)).containsExactlyElementsOf(nodes);
    }

    @Test
    void grafana_finds_its_dashboards_where_they_are_mounted() {
        var provider = Documents.yaml(Documents.text(FOLDER.resolve("grafana/provisioning/dashboards/overture.yaml")))
                .getFirst()
                .at("/providers/0/options/path")
                .asText();
        var mounts = each(compose.at("/services/grafana/volumes"))
                .map(volume -> volume.asText().split(":"))
                .collect(Collectors.toMap(parts -> parts[1], parts -> FOLDER.resolve(parts[0])));

        assertThat(mounts.get(provider).resolve("overture.json")).exists();
        assertThat(compose.at("/services/grafana/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                        .asText())
                .isEqualTo(provider + "/overture.json");
    }

    @Test
    void a_node_has_time_to_drain_and_writes_nowhere() {
        assertThat(nodes()).hasSize(2).allSatisfy(node -> {
            var environment = Documents.texts(node.path("environment"));
            var drain = DurationConverter.parseDuration(environment.get("QUARKUS_SHUTDOWN_DELAY"))
                    .plus(Manifests.FINISHING);
            assertThat(DurationConverter.parseDuration(
                            node.path("stop_grace_period").asText()))
                    .isGreaterThan(drain.multipliedBy(2));
            assertThat(node.path("read_only").asBoolean()).isTrue();
        });
    }

    @Test
    void only_this_machine_reaches_it() {
        var ports = services().flatMap(service -> each(service.path("ports"))).map(JsonNode::asText);

        assertThat(ports).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void a_silent_socket_outlives_two_heartbeats_at_the_ingress() {
        var sockets = List.of("/v1/visitor", "/v1/advisor");

        assertThat(sockets)
                .allSatisfy(door ->
                        assertThat(ingress).containsPattern("location = " + door + " \\{[^}]*proxy_read_timeout 1h;"));
        assertThat(ingress).contains("hash $spread consistent;").doesNotContain("/q/");
    }

    private Stream<JsonNode> services() {
        return StreamSupport.stream(compose.path("services").spliterator(), false);
    }

    private Stream<JsonNode> nodes() {
        return services().filter(service -> service.has("build"));
    }
}
