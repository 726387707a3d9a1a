package io.overture.wire;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.overture.RedisResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer of the public port has in common. */
@QuarkusTest
@WithTestResource(RedisResource.class)
class DoorwayTest {

    @TestHTTPResource("/")
    URI address;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/book", "/v1/clients/nobody", "/overture.js", "/console/", "/openapi", "/nowhere"})
    void no_answer_is_taken_for_what_it_is_not_or_framed_elsewhere(String path) {
        given().auth()
                .preemptive()
                .basic("lead", "lead")
                .get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("frame-ancestors"))
                .header("Strict-Transport-Security", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/clients/nobody, lead, no-store",
        "/v1/visitors/none/explain, lead, no-store",
        "/v1/scaling, operator, no-store",
        "/v1/book, lead, 'private, no-cache'"
    })
    void private_answers_are_not_kept(String path, String role, String caching) {
        given().auth().preemptive().basic(role, role).get(path).then().header("Cache-Control", caching);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "%ed%a0%80", "%00", "%7F", "a%0Ab", "%c3", "%e2%82", "a%"})
    void an_id_that_is_no_text_is_nobodys(String id) throws IOException {
        for (var path : List.of("/v1/clients/", "/v1/visitors/", "/demo/")) {
            assertThat(answerTo(path + id)).startsWith("HTTP/1.1 400");
        }
    }

    /** By a client that mends nothing; the first line. */
    private String answerTo(String path) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
                            .formatted(path)
                            .getBytes(UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/favicon.ico",
                "/index.html",
                "/wp-login.php",
                "/v2/beacons",
                "/overture.json",
                "/overture-none.js"
            })
    void what_is_not_there_is_not_there(String path) {
        given().get(path).then().statusCode(404).header("WWW-Authenticate", nullValue());
    }

    @Test
    void robots_are_told_to_stay_away() {
        given().get("/robots.txt").then().statusCode(200).body(equalTo("User-agent: *\nDisallow: /\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/events, shop",
        "PUT, /v1/clients/x, shop",
        "PUT, /v1/desks, lead",
        "POST, /v1/book/validate, lead",
        "PUT, /v1/catalog/rates, lead",
        "POST, /v1/pricing/ladder, lead",
        "POST, /v1/scorecard/lift, lead"
    })
    void a_body_says_what_it_is(String method, String path, String role) throws Exception {
        var basic = Base64.getEncoder().encodeToString((role + ":" + role).getBytes(UTF_8));
        var untyped = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Basic " + basic)
                .method(method, BodyPublishers.ofString("{}"));
        var types = Stream.of("*/*", "application/*", "application/json;charset=utf-16", "json");

        try (var http = HttpClient.newHttpClient()) {
            var all = Stream.concat(
                    Stream.of(untyped.copy()), types.map(type -> untyped.copy().header("Content-Type", type)));
            for (var request : all.map(HttpRequest.Builder::build).toList()) {
                assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                        .as(request.headers().toString())
                        .isEqualTo(415);
            }
        }
    }
}
