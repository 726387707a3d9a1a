package io.overture.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.overture.RedisResource;
import io.overture.engine.Receipt;
import io.overture.flow.Recorder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see of a running node. */
@QuarkusTest
@WithTestResource(RedisResource.class)
class WatchableTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @TestHTTPResource(value = "/health", management = true)
    URL health;

    /** The flow's own: the one that tells all others. */
    @Inject
    Recorder recorder;

    @Test
    void what_the_flow_tells_is_seen_with_the_region() {
        recorder.stepped(Scenes.KEY, Scenes.step(Receipt.TAKEN), 1, 1, 0, Duration.ofMillis(2));

        assertThat(scraped("overture_steps_total{"))
                .anyMatch(line -> line.contains("region=\"local\"") && line.contains("round_trips=\"1\""));
    }

    @Test
    void the_node_says_how_it_stands_with_redis() {
        await().untilAsserted(
                        () -> assertThat(scraped("overture_store_reachable{")).anyMatch(line -> line.endsWith(" 1.0")));

        assertThat(scraped("overture_store_commands_total{")).hasSize(1);
        assertThat(scraped("overture_nodes_live{")).hasSize(1);
        assertThat(scraped("overture_client_tokens_total{")).hasSizeGreaterThan(10);
    }

    @Test
    void every_figure_is_explained_to_those_who_watch() throws IOException {
        var explained = Files.readString(Path.of("docs/metrics.md"));
        Scenes.all().forEach(entry -> recorder.happened(Scenes.KEY, entry));
        recorder.stepped(Scenes.KEY, Scenes.step(Receipt.values()), 1, 1, 0, Duration.ofMillis(1));
        recorder.refused("store");

        var figures = scraped("# TYPE overture_").stream()
                .map(line -> line.split(" ")[2].replaceFirst("_max$", ""))
                .toList();

        assertThat(figures).hasSizeGreaterThan(10).allMatch(name -> explained.contains("`" + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ready", "/started"})
    void it_is_ready_once_redis_has_answered(String which) {
        await().untilAsserted(() -> given().get(health + which)
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.name", hasItem("store")));
    }

    @Test
    void it_is_alive() {
        given().get(health + "/live").then().statusCode(200).body("status", is("UP"));
    }

    private List<String> scraped(String prefix) {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith(prefix))
                .toList();
    }
}
