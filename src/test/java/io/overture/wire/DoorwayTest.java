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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
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
    @ValueSource(strings = {"/", "/favicon.ico", "/index.html", "/wp-login.php", "/v2/beacons", "/overture.json"})
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
        "POST, /v1/book/validate, lead"
    })
    void a_body_says_what_it_is(String method, String path, String role) throws Exception {
        var basic = Base64.getEncoder().encodeToString((role + ":" + role).getBytes(UTF_8));
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Basic " + basic)
                .method(method, BodyPublishers.ofString("{}"))
                .build();

        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(415);
        }
    }
}
