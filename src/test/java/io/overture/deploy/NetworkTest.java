package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.deploy.Walls.Pod;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reaches whom in a cluster as others set it up: the pods that are meant, by the labels they really carry. */
class NetworkTest {
    private static final Pod COREDNS = new Pod("kube-system", Map.of("k8s-app", "kube-dns"), "10.0.0.10");
    private static final Pod DNS_OF_THE_MACHINE = new Pod("none", Map.of(), "169.254.20.10");
    private static final Pod PROMETHEUS =
            new Pod("monitoring", Map.of("app.kubernetes.io/name", "prometheus"), "10.0.0.11");
    private static final Pod KEDA = new Pod("keda", Map.of("app", "keda-operator"), "10.0.0.12");
    private static final Pod NGINX = new Pod(
            "ingress-nginx",
            Map.of("app.kubernetes.io/name", "ingress-nginx", "app.kubernetes.io/component", "controller"),
            "10.0.0.13");
    private static final Pod ENVOY = new Pod(
            "envoy-gateway-system",
            Map.of("app.kubernetes.io/name", "envoy", "app.kubernetes.io/component", "proxy"),
            "10.0.0.14");
    private static final Pod ANOTHER = new Pod("shop", Map.of("app", "basket"), "10.0.0.15");
    private static final Pod METADATA = new Pod("none", Map.of(), "169.254.169.254");
    private static final Pod ISSUER = new Pod("none", Map.of(), "203.0.113.7");

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.overture.deploy.ManifestsTest#builds")
    void nodes_can_resolve_names(String build, Manifests manifests) {
        var walls = Walls.of(manifests);

        assertThat(Stream.of(COREDNS, DNS_OF_THE_MACHINE))
                .allSatisfy(dns ->
                        assertThat(Stream.of("UDP", "TCP")).allMatch(protocol -> walls.letsOut(dns, 53, protocol)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.overture.deploy.ManifestsTest#builds")
    void nodes_reach_their_redis_and_the_issuer_where_the_settings_say_they_are(String build, Manifests manifests) {
        var walls = Walls.of(manifests);
        var redis = URI.create(manifests.settings().get("QUARKUS_REDIS_HOSTS"));
        var issuer = URI.create(manifests.settings().get("QUARKUS_OIDC_AUTH_SERVER_URL"));

        assertThat(walls.letsOut(redisOf(manifests), redis.getPort(), "TCP")).isTrue();
        assertThat(issuer.getScheme()).isEqualTo("https");
        assertThat(walls.letsOut(ISSUER, issuer.getPort() < 0 ? 443 : issuer.getPort(), "TCP"))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.overture.deploy.Manifests#regions")
    void the_door_the_meter_and_the_autoscaler_that_are_deployed_come_in_and_nobody_else(
            String build, Manifests manifests) {
        var walls = Walls.of(manifests);
        boolean byGateway = manifests.ofKind("Gateway").findAny().isPresent();

        assertThat(walls.letsIn(ENVOY, "http")).isEqualTo(byGateway);
        assertThat(walls.letsIn(NGINX, "http")).isNotEqualTo(byGateway);
        assertThat(walls.letsIn(PROMETHEUS, "management")).isTrue();
        assertThat(walls.letsIn(KEDA, "management"))
                .isEqualTo(manifests.ofKind("ScaledObject").findAny().isPresent());
        assertThat(Stream.of(ENVOY, NGINX, ANOTHER)).noneMatch(pod -> walls.letsIn(pod, "management"));
        assertThat(Stream.of(PROMETHEUS, KEDA, ANOTHER)).noneMatch(pod -> walls.letsIn(pod, "http"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.overture.deploy.ManifestsTest#builds")
    void nodes_reach_nothing_else(String build, Manifests manifests) {
        var walls = Walls.of(manifests);

        assertThat(Stream.of(METADATA, ANOTHER, PROMETHEUS))
                .allSatisfy(pod -> assertThat(Stream.of(53, 80, 443, 6379))
                        .noneMatch(port -> walls.letsOut(pod, port, "TCP") || walls.letsOut(pod, port, "UDP")));
        assertThat(walls.letsOut(COREDNS, 443, "TCP")).isFalse();
    }

    /** Somewhere in the network the region names for it. */
    private static Pod redisOf(Manifests manifests) {
        var network = Manifests.each(manifests.one("NetworkPolicy", "overture").at("/spec/egress"))
                .filter(rule -> rule.at("/ports/0/port").asInt() == 6379)
                .map(rule -> rule.at("/to/0/ipBlock/cidr").asText())
                .findFirst()
                .orElseThrow();
        return new Pod("none", Map.of(), network.split("/")[0].replaceAll("\\.\\d+$", ".9"));
    }
}
