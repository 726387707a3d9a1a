package io.overture.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.overture.RedisResource;
import io.overture.desk.Task;
import io.overture.desk.Tasks;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Flow;
import io.overture.flow.Recorder;
import io.overture.redis.Lanes;
import io.overture.visitor.VisitorKey;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

    @Inject
    Lanes lanes;

    @Inject
    Flow flow;

    @Inject
    Tasks tasks;

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
    void what_nobody_can_read_is_told_clearly_and_erased_all_the_same() {
        var she = VisitorKey.of("demo", "unreadable-" + "v".repeat(11));
        var value = Request.cmd(Command.SET)
                .arg("ov:{%s}:v:%s".formatted(she.handle().shard(), she.member()))
                .arg("\u0002 this is no visitor");
        lanes.send(value).await().atMost(Duration.ofSeconds(5));
        assertThat(tasks.add(task(she)).await().atMost(Duration.ofSeconds(5))).isTrue();
        double before = refused("unreadable");
        var door = "/v1/visitors/" + she.handle().value();

        given().auth()
                .preemptive()
                .basic("operator", "operator")
                .get(door)
                .then()
                .statusCode(503)
                .body("title", containsString("cannot be read"));
        assertThat(flow.submit(she, new Input.Woken())
                        .map(Object::toString)
                        .onFailure()
                        .recoverWithItem(Throwable::getMessage)
                        .await()
                        .atMost(Duration.ofSeconds(5)))
                .isEqualTo("unreadable");
        assertThat(refused("unreadable")).isEqualTo(before + 1);
        given().auth()
                .preemptive()
                .basic("operator", "operator")
                .delete(door)
                .then()
                .statusCode(204);
        assertThat(tasks.find("unread").await().atMost(Duration.ofSeconds(5))).isEmpty();
        given().auth()
                .preemptive()
                .basic("operator", "operator")
                .get(door)
                .then()
                .statusCode(404);
    }

    private double refused(String cause) {
        return scraped("overture_refusals_total{").stream()
                .filter(line -> line.contains("cause=\"" + cause + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
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

    private static Task task(VisitorKey about) {
        return new Task(
                "unread",
                Task.Kind.ALERT,
                "alert",
                Task.Owner.desk("house"),
                null,
                about.handle().value(),
                about.site(),
                null,
                null,
                Instant.now(),
                null,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                false,
                Task.State.OPEN,
                null,
                false);
    }

    private List<String> scraped(String prefix) {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith(prefix))
                .toList();
    }
}
