package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Helm's chart and Kustomize's overlays give Kubernetes the same objects, field by field, however a region chooses. */
class ParityTest {
    /** Helm marks what it made, and finds a release's nodes among those of others. */
    private static final Set<String> MARKS_OF_HELM = Set.of(
            "app.kubernetes.io/instance", "app.kubernetes.io/managed-by", "app.kubernetes.io/version", "helm.sh/chart");

    /** Kustomize's base marks what is its own, and not what components bring. */
    private static final List<String> MARKS_OF_THE_BASE =
            List.of("app.kubernetes.io/name", "app.kubernetes.io/part-of");

    /** A change of these rolls the nodes: in Kustomize by a name that ends in their digest, in Helm by an annotation. */
    private static final String DIGEST = "(overture-(settings|book|desks))-[a-z0-9]{10}";

    static Stream<Arguments> choices() {
        return Manifests.REGIONS.stream()
                .flatMap(region -> Stream.of(Choice.values()).map(choice -> Arguments.of(region, choice)));
    }

    @BeforeEach
    void helmRunsHere() {
        assumeTrue(Chart.isReadable(), Chart.NOT_HERE);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void a_region_is_the_same_by_either(String region, Choice choice) {
        var byKustomize = fields(Tool.KUSTOMIZE.region(region, choice));

        var byHelm = fields(Tool.HELM.region(region, choice));

        assertThat(byKustomize).hasSizeGreaterThan(200);
        assertThat(byHelm).containsExactlyInAnyOrderEntriesOf(byKustomize);
    }

    @Test
    void a_region_without_a_name_is_the_same_by_either() {
        assertThat(fields(Tool.HELM.base())).containsExactlyInAnyOrderEntriesOf(fields(Tool.KUSTOMIZE.base()));
    }

    @Test
    void a_difference_is_found() {
        var manifests = Tool.HELM.region("eu-west", Choice.AS_IT_IS);
        var changed = (ObjectNode) manifests.deployment().deepCopy();
        ((ObjectNode) changed.at("/spec/template/spec")).put("terminationGracePeriodSeconds", 61);

        var one = fields(new Manifests(List.of(changed)));

        assertThat(one).isNotEqualTo(fields(new Manifests(List.of(manifests.deployment()))));
    }

    /** Every value by where it stands: {@code Deployment/overture/spec/replicas}. */
    private static Map<String, String> fields(Manifests manifests) {
        var fields = new TreeMap<String, String>();
        manifests.all().stream()
                // Helm's is the very file that Kustomize's is made from.
                .filter(manifest -> !manifest.path("kind").asText().equals("Namespace"))
                .forEach(manifest -> {
                    var where = manifest.path("kind").asText() + "/" + unnumbered(Manifests.name(manifest));
                    var marked = (ObjectNode) manifest.deepCopy();
                    var labels = marked.withObject("/metadata/labels");
                    MARKS_OF_THE_BASE.stream()
                            .filter(mark -> !labels.has(mark))
                            .forEach(mark -> labels.put(mark, "overture"));
                    read(where, marked, fields);
                });
        return fields;
    }

    private static void read(String where, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> !MARKS_OF_HELM.contains(field.getKey()))
                    .filter(field -> !field.getKey().startsWith("checksum/"))
                    .forEach(field -> read(where + "/" + field.getKey(), field.getValue(), fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                read(where + "/" + i, node.path(i), fields);
            }
        } else {
            fields.put(where, unnumbered(node.toString()));
        }
    }

    private static String unnumbered(String name) {
        return name.replaceFirst("^(\"?)" + DIGEST + "(\"?)$", "$1$2$4");
    }
}
