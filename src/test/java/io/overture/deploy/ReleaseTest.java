package io.overture.deploy;

import static io.overture.deploy.Manifests.each;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page for operators tells them to change in a region's kustomization or values does what it says. */
class ReleaseTest {

    static Stream<Arguments> regions() {
        return Tool.here().flatMap(tool -> Manifests.REGIONS.stream().map(region -> Arguments.of(region, tool)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("regions")
    void a_digest_says_which_image_every_container_runs(String region, Tool tool) {
        var manifests = tool.region(region, Choice.BY_DIGEST);

        var images = manifests.all().stream()
                .flatMap(manifest -> manifest.findParents("image").stream())
                .map(container -> container.path("image").asText());

        assertThat(images).isNotEmpty().containsOnly("registry.example/overture@" + Choice.DIGEST);
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("regions")
    void the_issuer_can_stand_in_front_of_the_house_and_of_nobody_else(String region, Tool tool) {
        var manifests = tool.region(region, Choice.BEHIND_THE_ISSUER);

        var asked = ingresses(manifests)
                .filter(each -> each.at("/metadata/annotations").has("nginx.ingress.kubernetes.io/auth-url"));
        var house = manifests.one("Ingress", "overture-house");
        var signIn = manifests.one("Ingress", "overture-house-sign-in");

        assertThat(asked).containsExactly(house);
        assertThat(house.at("/metadata/annotations"))
                .as("what the house's ingress had before")
                .containsAll(tool.region(region, Choice.WITH_NGINX)
                        .one("Ingress", "overture-house")
                        .at("/metadata/annotations"));
        assertThat(house.at("/metadata/annotations").has("nginx.ingress.kubernetes.io/auth-response-headers"))
                .as("whether another's word stands for the caller's token")
                .isFalse();
        assertThat(signIn.at("/spec/rules/0/host")).isEqualTo(house.at("/spec/rules/0/host"));
        assertThat(signIn.at("/spec/tls/0/hosts")).isEqualTo(house.at("/spec/tls/0/hosts"));
        assertThat(each(signIn.at("/spec/rules/0/http/paths"))
                        .map(path -> path.path("path").asText()))
                .containsExactly("/oauth2");
        assertThat(house.at("/metadata/annotations/nginx.ingress.kubernetes.io~1auth-url")
                        .asText())
                .startsWith("http://%s.%s.svc.cluster.local:%s/"
                        .formatted(
                                signIn.at("/spec/rules/0/http/paths/0/backend/service/name")
                                        .asText(),
                                signIn.at("/metadata/namespace").asText(),
                                signIn.at("/spec/rules/0/http/paths/0/backend/service/port/number")
                                        .asText()));
        assertThat(manifests.all()).allSatisfy(KnownFields::read);
    }

    private static Stream<JsonNode> ingresses(Manifests manifests) {
        return manifests.ofKind("Ingress");
    }
}
