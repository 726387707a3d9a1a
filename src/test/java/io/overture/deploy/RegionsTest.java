package io.overture.deploy;

import static io.overture.deploy.Manifests.each;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each region's manifests say of that region alone, and of how many nodes it has. */
class RegionsTest {

    static Stream<Arguments> regions() {
        return Tool.here().flatMap(tool -> Manifests.REGIONS.stream().map(region -> Arguments.of(region, tool)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("regions")
    void a_region_keeps_to_itself(String region, Tool tool) {
        var manifests = tool.region(region, Choice.AS_IT_IS);
        var settings = manifests.settings();
        var base = tool.base();

        assertThat(settings).containsEntry("OVERTURE_REGION", region).containsKeys("OVERTURE_CLIENTS_LIFETIME");
        assertThat(settings.get("QUARKUS_REDIS_HOSTS"))
                .startsWith("rediss://")
                .contains("." + region + ".")
                .endsWith("?user=overture");
        assertThat(Documents.leaves(manifests.one("ConfigMap", "overture-desks")))
                .noneMatch("desks: []"::equals);
        assertThat(manifests.pod().at("/affinity/nodeAffinity").isObject()).isTrue();
        assertThat(redisNetwork(manifests)).isNotEqualTo(redisNetwork(base));
        assertThat(Doors.of(manifests).all().stream().map(Doors.Door::host))
                .isNotEmpty()
                .allMatch(host -> host.startsWith(region + "."));
    }

    @ParameterizedTest
    @MethodSource("io.overture.deploy.Tool#here")
    void regions_share_no_redis(Tool tool) {
        var hosts = Manifests.REGIONS.stream()
                .map(region -> tool.region(region, Choice.AS_IT_IS).settings().get("QUARKUS_REDIS_HOSTS"));

        assertThat(hosts).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("regions")
    void an_autoscaler_alone_decides_how_many(String region, Tool tool) {
        var manifests = tool.region(region, Choice.AS_IT_IS);
        var other = tool.region(region, Choice.WITHOUT_KEDA);

        var byKeda = manifests.one("ScaledObject", "overture").path("spec");
        var byKubernetes = other.one("HorizontalPodAutoscaler", "overture").path("spec");

        assertThat(manifests.deployment().path("spec").has("replicas")).isFalse();
        assertThat(other.deployment().path("spec").has("replicas")).isFalse();
        assertThat(byKeda.path("minReplicaCount").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(byKeda.path("minReplicaCount")).isEqualTo(byKubernetes.path("minReplicas"));
        assertThat(byKeda.path("maxReplicaCount")).isEqualTo(byKubernetes.path("maxReplicas"));
        assertThat(manifests.settings())
                .containsEntry(
                        "OVERTURE_SCALING_MIN", byKeda.path("minReplicaCount").asText())
                .containsEntry(
                        "OVERTURE_SCALING_MAX", byKeda.path("maxReplicaCount").asText());
        assertThat(other.ofKind("ScaledObject")).isEmpty();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("regions")
    void keda_asks_where_it_is_let_in(String region, Tool tool) {
        var manifests = tool.region(region, Choice.AS_IT_IS);
        var namespace = manifests.deployment().at("/metadata/namespace").asText();
        var service = manifests.one("Service", "overture-management");
        var letIn = each(manifests.one("NetworkPolicy", "overture").at("/spec/ingress"))
                .filter(from -> Documents.leaves(from).anyMatch("keda"::equals))
                .map(from -> from.at("/ports/0/port").asText());

        var url = manifests
                .one("ScaledObject", "overture")
                .at("/spec/triggers/0/metadata/url")
                .asText();

        assertThat(url)
                .isEqualTo("http://%s.%s.svc.cluster.local:%s/q/scaling"
                        .formatted(
                                Manifests.name(service),
                                namespace,
                                service.at("/spec/ports/0/port").asText()));
        assertThat(letIn).containsExactly(service.at("/spec/ports/0/targetPort").asText());
    }

    private static String redisNetwork(Manifests manifests) {
        return manifests
                .one("NetworkPolicy", "overture")
                .at("/spec/egress/1/to/0/ipBlock/cidr")
                .asText();
    }
}
