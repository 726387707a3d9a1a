package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.flow.Unavailable;
import io.overture.push.Departure;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the door refuses, and how. */
class BeaconDoorRefusalsTest extends AtBeaconDoor {

    @ParameterizedTest
    @CsvSource({"application/xml,", "text/html,", "application/jsonp,", "application/json, gzip", "'',"})
    void media_types_that_are_not(String type, @Nullable String encoding) {
        var headers = encoding == null
                ? Map.of("Origin", House.ORIGIN, "Content-Type", type)
                : Map.of("Origin", House.ORIGIN, "Content-Type", type, "Content-Encoding", encoding);

        var answer = post("x".repeat(Body.MOST_BYTES + 1), headers);

        assertProblem(answer, 415);
        assertReadable(answer, House.ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {Body.MOST_BYTES + 1, 900_000})
    void a_body_announced_too_large(int bytes) {
        var answer = post("x".repeat(bytes));

        assertProblem(answer, 413);
        assertReadable(answer, House.ORIGIN);
    }

    @Test
    void a_body_found_too_large_while_it_comes() {
        var body = new byte[Body.MOST_BYTES + 1];

        var answer = send(request()
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .headers("Origin", House.ORIGIN, "Content-Type", "text/plain")
                .build());

        assertProblem(answer, 413);
    }

    @Test
    void a_body_without_end_is_not_listened_to() throws IOException {
        var head =
                "POST /v1/beacons HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 99000000\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(5000);

            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void an_invalid_beacon_is_told_everything() {
        var answer = post("{\"site\": \"nowhere\", \"seq\": 0}");

        assertProblem(answer, 400);
        assertReadable(answer, House.ORIGIN);
        assertThat(Documents.read(answer.body()).at("/errors").toString())
                .contains("{\"pointer\":\"/visitor\",\"detail\":\"is required\"}")
                .contains("{\"pointer\":\"/seq\",\"detail\":\"must be an integer from 1 to 9007199254740992\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "https://elsewhere.example", "http://demo.example", "https://demo.example.evil"})
    void an_origin_that_may_not_speak_for_the_site(String origin) {
        int before = flow.submitted.size();

        var answer = origin.isEmpty()
                ? post(beacon(), Map.of("Content-Type", "text/plain"))
                : post(beacon(), Map.of("Content-Type", "text/plain", "Origin", origin));

        assertProblem(answer, 403);
        assertReadable(answer, origin.isEmpty() ? null : origin);
        assertThat(flow.submitted).hasSize(before);
    }

    @Test
    void an_unknown_site() {
        var answer = post(Documents.with(beacon(), "/site", "\"nowhere\""));

        assertProblem(answer, 403);
    }

    @Test
    void too_many_beacons() {
        var beacon = beacon();
        for (int i = 0; i < BURST; i++) {
            post(beacon);
        }

        var answer = post(beacon);

        assertProblem(answer, 429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertReadable(answer, House.ORIGIN);
    }

    @Test
    void a_node_that_is_closing_sends_it_elsewhere() {
        int before = flow.submitted.size();
        stage = Departure.Stage.CLOSING;

        var answer = post(beacon());

        stage = Departure.Stage.SERVING;
        assertProblem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertReadable(answer, House.ORIGIN);
        assertThat(flow.submitted).hasSize(before);
    }

    @Test
    void a_store_that_is_away() {
        flow.answers =
                (key, input) -> Uni.createFrom().failure(new Unavailable("redis is away", Duration.ofMillis(2500)));

        var answer = post(beacon());

        assertProblem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
        assertThat(answer.body()).doesNotContain("redis", "Unavailable");
        assertReadable(answer, House.ORIGIN);
    }

    @Test
    void a_fault_of_ours_says_nothing_of_itself() {
        flow.answers = (key, input) -> Uni.createFrom().failure(new IllegalStateException("inner secret"));

        var answer = post(beacon());

        assertProblem(answer, 503);
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "HEAD"})
    void other_methods(String method) {
        var answer = send(request()
                .method(method, BodyPublishers.noBody())
                .header("Origin", House.ORIGIN)
                .build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
        assertReadable(answer, House.ORIGIN);
    }
}
