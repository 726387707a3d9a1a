package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that is wrong is refused by its name before anything reaches Kubernetes. */
class ChartValuesTest {
    private final JsonNode schema = Documents.json(Documents.text(Chart.TREE.resolve("values.schema.json")));
    private final JsonNode values =
            Documents.yaml(Documents.text(Chart.TREE.resolve("values.yaml"))).getFirst();

    @BeforeEach
    void helmRunsHere() {
        assumeTrue(Chart.isReadable(), Chart.NOT_HERE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            replica: 3                                              | replica
            image: {tags: x}                                        | image: Additional property tags
            replicas: many                                          | replicas
            replicas: 0                                             | replicas
            runtime: graal                                          | runtime
            image: {digest: 'sha256:12'}                            | image.digest
            resources: {heapPercent: 90}                            | resources.heapPercent
            resources: {memory: 512}                                | resources.memory
            drainSeconds: 20s                                       | drainSeconds
            labels: {app.kubernetes.io/name: other}                 | app.kubernetes.io/name
            autoscaling: {by: knative}                              | autoscaling.by
            autoscaling: {by: keda, min: 4, max: 3}                 | autoscaling.max is below autoscaling.min
            redis: {mode: replicated}                               | redis.mode
            redis: {mode: sentinel}                                 | redis.master
            redis: {master: house}                                  | redis.master
            redis: {hosts: []}                                      | redis.hosts
            redis: {hosts: ['rediss://:password@redis:6379']}       | redis.hosts
            redis: {hosts: ['redis://redis:6379?password=secret']}  | redis.hosts
            redis: {networks: [0.0.0.0/0]}                          | redis.networks
            doors: {by: traefik}                                    | doors.by
            doors: {trustedProxies: [0.0.0.0/0]}                    | doors.trustedProxies
            issuer: {url: 'http://id.example'}                      | issuer.url
            issuer: {audience: ''}                                  | issuer.audience
            sites: {maison: {}}                                     | origins
            sites: {la-maison: {origins: [https://a.example]}}      | la-maison
            sites: {maison: {origins: ['https://a.example/shop']}}  | sites.maison.origins
            desks: {desks: []}                                      | desks
            settings: {OVERTURE_CLIENTS_LIFETIME: 3}                | settings.OVERTURE_CLIENTS_LIFETIME
            settings: {overture.region: eu}                         | overture.region
            settings: {QUARKUS_REDIS_PASSWORD: secret}              | QUARKUS_REDIS_PASSWORD
            settings: {OVERTURE_REGION: eu}                         | settings.OVERTURE_REGION: the chart sets it
            env: [{value: x}]                                       | env
            """)
    void a_value_that_is_wrong_is_refused_by_its_name(String given, String named) {
        assertThat(Chart.refusal(given)).contains(named);
    }

    @Test
    void the_schema_knows_the_values_and_no_others() {
        var known = new TreeSet<String>();
        know("", schema, known);
        var written = new TreeSet<String>();
        write("", values, written);

        known.remove("/global");
        assertThat(known).isEqualTo(written);
    }

    /** Where the schema says which keys there are. */
    private void know(String where, JsonNode part, Set<String> known) {
        var meant = part.has("$ref") ? schema.at(part.path("$ref").asText().substring(1)) : part;
        meant.path("properties").properties().forEach(each -> {
            known.add(where + "/" + each.getKey());
            know(where + "/" + each.getKey(), each.getValue(), known);
        });
    }

    /** Down to where keys are the operator's own: there the schema says nothing of names. */
    private void write(String where, JsonNode part, Set<String> written) {
        if (!part.isObject() || where.endsWith("abels")) {
            return;
        }
        part.properties().forEach(each -> {
            written.add(where + "/" + each.getKey());
            write(where + "/" + each.getKey(), each.getValue(), written);
        });
    }
}
