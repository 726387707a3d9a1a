package io.overture.deploy;

import static io.overture.deploy.Manifests.each;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.deploy.Doors.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published, where it leads, and who chooses the node; by whichever kind of door a region has. */
class PublishedDoorsTest {
    private static final Set<String> HASHED = Set.of("/v1/beacons", "/v1/visitor");
    private static final Set<String> SOCKETS = Set.of("/v1/visitor", "/v1/advisor");
    private static final Duration TWO_HEARTBEATS = Duration.ofSeconds(50);
    private static final Pattern RESOURCE = Pattern.compile("@Path\\(\"(/v1/[a-z]+)");
    private static final String PERMITTED = "quarkus.http.auth.permission.public-doors.paths";

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.overture.deploy.Manifests#regions")
    void visitors_reach_the_public_doors_and_nothing_else(String build, Manifests manifests) {
        var published = Doors.of(manifests).all().stream()
                .filter(door -> door.host().equals(visitors(manifests)))
                .toList();

        assertThat(published).allMatch(Door::exact);
        assertThat(published.stream().map(Door::path)).containsExactlyInAnyOrderElementsOf(publicDoors());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.overture.deploy.Manifests#regions")
    void the_house_reaches_its_doors_by_a_name_of_its_own(String build, Manifests manifests) {
        var doors = Doors.of(manifests);
        var asked = Stream.concat(
                resources().stream().flatMap(path -> Stream.of(path, path + "/x")),
                Stream.of("/console", "/console/index.html", "/v1/advisor", "/openapi"));

        assertThat(asked).allSatisfy(path -> {
            assertThat(doors.to(house(manifests), path)).map(Door::service).contains("overture:http");
            assertThat(doors.to(visitors(manifests), path)).isEmpty();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.overture.deploy.Manifests#regions")
    void health_metrics_and_whatever_is_not_named_stay_inside(String build, Manifests manifests) {
        var doors = Doors.of(manifests);
        var kept =
                List.of("/", "/q", "/q/metrics", "/q/health", "/q/scaling", "/v1", "/demo/", "/metrics", "/consoles");

        assertThat(doors.all()).isNotEmpty().noneMatch(door -> door.service().contains("management"));
        assertThat(kept)
                .allSatisfy(path -> assertThat(Stream.of(visitors(manifests), house(manifests)))
                        .allMatch(host -> doors.to(host, path).isEmpty()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.overture.deploy.Manifests#regions")
    void a_visitor_keeps_her_node_and_everything_else_is_spread(String build, Manifests manifests) {
        var doors = Doors.of(manifests).all();

        assertThat(doors)
                .isNotEmpty()
                .allSatisfy(door -> assertThat(door.hashedOn()).isEqualTo(HASHED.contains(door.path()) ? "s" : ""));
    }

    /** NGINX balances a service and port one way only: as the first ingress says that names it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.overture.deploy.Manifests#regions")
    void a_service_is_balanced_one_way(String build, Manifests manifests) {
        var ways = Doors.of(manifests).all().stream()
                .collect(Collectors.groupingBy(
                        Door::service, Collectors.mapping(Door::hashedOn, Collectors.toUnmodifiableSet())));

        assertThat(ways)
                .hasSize(2)
                .allSatisfy((service, hashes) -> assertThat(hashes).as(service).hasSize(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.overture.deploy.Manifests#regions")
    void every_service_and_port_that_a_door_names_is_there(String build, Manifests manifests) {
        var ports = manifests
                .ofKind("Service")
                .flatMap(service -> each(service.at("/spec/ports"))
                        .map(port -> Manifests.name(service) + ":"
                                + port.path("name").asText()))
                .toList();

        assertThat(Doors.of(manifests).all().stream().map(Door::service))
                .isNotEmpty()
                .allMatch(ports::contains);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.overture.deploy.Manifests#regions")
    void a_silent_socket_outlives_its_heartbeats(String build, Manifests manifests) {
        var sockets = Doors.of(manifests).all().stream()
                .filter(door -> SOCKETS.contains(door.path()))
                .map(Door::patience);

        assertThat(sockets)
                .hasSize(2)
                .allMatch(patience -> patience.isZero() || patience.compareTo(TWO_HEARTBEATS) > 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.overture.deploy.Manifests#regions")
    void every_route_hangs_on_a_listener_of_its_name_whose_certificate_the_runbook_lists(
            String build, Manifests manifests) {
        var listeners = manifests
                .ofKind("Gateway")
                .flatMap(gateway -> each(gateway.at("/spec/listeners")))
                .collect(Collectors.toMap(each -> each.path("name").asText(), each -> each));
        var runbook = Documents.text(Path.of("docs/operations.md"));

        assertThat(manifests.ofKind("HTTPRoute")).allSatisfy(route -> {
            var listener =
                    listeners.get(route.at("/spec/parentRefs/0/sectionName").asText());
            assertThat(listener).isNotNull();
            assertThat(listener.path("hostname").asText())
                    .isEqualTo(route.at("/spec/hostnames/0").asText());
        });
        assertThat(certificates(manifests)).isNotEmpty().allMatch(secret -> runbook.contains("`" + secret + "`"));
    }

    private static Stream<String> certificates(Manifests manifests) {
        return Stream.concat(
                        manifests
                                .ofKind("Gateway")
                                .flatMap(gateway -> each(gateway.at("/spec/listeners")))
                                .flatMap(listener -> each(listener.at("/tls/certificateRefs")))
                                .map(reference -> reference.path("name")),
                        manifests
                                .ofKind("Ingress")
                                .flatMap(ingress -> each(ingress.at("/spec/tls")))
                                .map(tls -> tls.path("secretName")))
                .map(JsonNode::asText);
    }

    /** The paths that need no role, but for the demo's and the console's pages. */
    private static List<String> publicDoors() {
        return Arrays.stream(new SettingsPage().shipped(PERMITTED).split(","))
                .filter(path -> !path.startsWith("/demo") && !path.startsWith("/console"))
                .toList();
    }

    /** The roots of the house's API, as its classes declare them. */
    private static Set<String> resources() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith("Resource.java"))
                    .flatMap(file -> RESOURCE.matcher(Documents.text(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String visitors(Manifests manifests) {
        return region(manifests) + ".visit.maison.example";
    }

    private static String house(Manifests manifests) {
        return region(manifests) + ".house.maison.example";
    }

    private static String region(Manifests manifests) {
        return manifests.settings().getOrDefault("OVERTURE_REGION", "");
    }
}
