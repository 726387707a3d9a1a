package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.push.Departure;
import io.overture.visitor.Consent;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door takes, and what it answers then. */
class BeaconDoorTest extends AtBeaconDoor {

    @ParameterizedTest
    @EnumSource
    void whatever_became_of_it_is_no_content(Receipt receipt) {
        flow.answers = (key, input) -> Uni.createFrom().item(receipt);

        var answer = post(beacon());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertReadable(answer, House.ORIGIN);
    }

    @Test
    void what_arrives_is_hers_and_says_who_she_is() {
        var visitor = newVisitor();
        var body = Documents.with(Documents.BEACON, "/visitor", "\"" + visitor + "\"");

        post(body);

        var submitted = flow.submitted.getLast();
        assertThat(submitted.key()).isEqualTo(VisitorKey.of("demo", visitor));
        assertThat(submitted.input()).isInstanceOfSatisfying(Input.Arrived.class, arrived -> {
            assertThat(arrived.beacon().session()).isEqualTo(Handle.digest(Documents.SESSION));
            assertThat(arrived.beacon().seq()).isEqualTo(12);
            assertThat(arrived.beacon().standing().client()).isEqualTo(House.ADA);
            assertThat(arrived.beacon().standing().consent()).isEqualTo(new Consent(true, true));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"analytics_storage": "granted", "personalization_storage": "granted"} | 1
            {"analytics_storage": "granted"}                                       | 0
            """)
    void nobody_is_recognised_who_does_not_want_to_be(String consent, String gpc) {
        var body = Documents.with(beacon(), "/consent", consent);

        post(body, Map.of("Origin", House.ORIGIN, "Content-Type", "text/plain", "Sec-GPC", gpc));

        assertThat(flow.inputs().getLast()).isInstanceOfSatisfying(Input.Arrived.class, arrived -> {
            assertThat(arrived.beacon().standing().client()).isNull();
            assertThat(arrived.beacon().standing().consent()).isEqualTo(new Consent(true, false));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "text/plain;charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "TEXT/PLAIN",
                "text/plain; charset=iso-8859-1"
            })
    void media_types_that_are_understood(String type) {
        var answer = post(beacon(), Map.of("Origin", House.ORIGIN, "Content-Type", type));

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void the_largest_body() {
        var beacon = beacon();
        int spaces = Body.MOST_BYTES - beacon.getBytes(StandardCharsets.UTF_8).length;

        var answer = post(beacon + " ".repeat(spaces));

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void a_node_that_is_leaving_takes_what_comes_and_hangs_up() {
        flow.answers = (key, input) -> Uni.createFrom().item(Receipt.TAKEN);
        stage = Departure.Stage.LEAVING;

        var answer = send(request()
                .version(HttpClient.Version.HTTP_1_1)
                .POST(BodyPublishers.ofString(beacon()))
                .headers("Origin", House.ORIGIN, "Content-Type", "text/plain")
                .build());

        stage = Departure.Stage.SERVING;
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Connection")).contains("close");
    }

    @Test
    void no_answer_before_the_commit() {
        var commit = new CompletableFuture<Receipt>();
        flow.answers = (key, input) -> Uni.createFrom().completionStage(commit);
        var asked = http.sendAsync(
                to(beacon(), Map.of("Origin", House.ORIGIN, "Content-Type", "text/plain")),
                HttpResponse.BodyHandlers.ofString());
        var other = post("{}");
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(asked).isNotDone();

        commit.complete(Receipt.TAKEN);

        assertThat(asked)
                .succeedsWithin(Duration.ofSeconds(30))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(204);
    }

    @Test
    void preflight() {
        var answer = send(request()
                .method("OPTIONS", BodyPublishers.noBody())
                .headers("Origin", House.ORIGIN, "Access-Control-Request-Method", "POST")
                .build());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertReadable(answer, House.ORIGIN);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).contains("POST");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("Content-Type, traceparent, X-Request-Id");
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("86400");
    }

    @Test
    void the_shard_in_the_address_is_for_others() {
        var answer = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/v1/beacons?s=zz"))
                .POST(BodyPublishers.ofString(beacon()))
                .headers("Origin", House.ORIGIN, "Content-Type", "text/plain")
                .build());

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void every_answer_is_counted_by_its_word() {
        double before =
                meters.counter("overture.beacon.answers", "answer", "invalid").count();

        post("{}");

        assertThat(meters.counter("overture.beacon.answers", "answer", "invalid")
                        .count())
                .isEqualTo(before + 1);
    }
}
