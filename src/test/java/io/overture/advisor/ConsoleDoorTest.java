package io.overture.advisor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleDoorTest {
    private static final String FILE = "/console/door-test.js";
    private static final Vertx VERTX = Vertx.vertx();
    private static HttpServer server;

    @BeforeAll
    static void start() throws JsonProcessingException {
        var router = Router.router(VERTX);
        var json = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_ABSENT);
        new ConsoleDoor(new SignIn(false, "https://id.example/realms/house", "console"), json).open(router);
        server = VERTX.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(strings = {FILE, "/console/config.json", "/console/nothing.js"})
    void every_answer_carries_the_policy_of_the_page(String path) {
        browser()
                .get(path)
                .then()
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; "
                                + "connect-src 'self' https://id.example; img-src 'self' data:; font-src 'self'; "
                                + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void where_to_sign_in_is_said_and_never_kept() {
        browser()
                .get("/console/config.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("demo", equalTo(false))
                .body("issuer", equalTo("https://id.example/realms/house"))
                .body("clientId", equalTo("console"));
    }

    @Test
    void a_file_is_asked_for_each_time_and_travels_compressed() {
        browser()
                .header("Accept-Encoding", "gzip")
                .get(FILE)
                .then()
                .statusCode(200)
                .contentType("text/javascript; charset=utf-8")
                .header("Cache-Control", "no-cache")
                .header("Content-Encoding", "gzip")
                .header("Content-Length", Integer::parseInt, lessThan(200))
                .body(startsWith("export const door"));
    }

    @Test
    void what_a_browser_still_holds_is_not_sent_again() {
        var tag = browser().get(FILE).header("ETag");

        browser().header("If-None-Match", tag).get(FILE).then().statusCode(304).body(equalTo(""));
    }

    @Test
    void without_its_slash_it_leads_to_the_page() {
        browser()
                .redirects()
                .follow(false)
                .get("/console")
                .then()
                .statusCode(302)
                .header("Location", "/console/");
    }

    /** There or not, as the front end was built or not. */
    @Test
    void the_page_does_not_lead_to_itself() {
        browser().redirects().follow(false).get("/console/").then().statusCode(oneOf(200, 404));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/nothing.js",
                "/console/nothing",
                "/console/.env",
                "/console/../application.properties",
                "/console/..%2fapplication.properties",
                "/console/%2e%2e/application.properties",
                "/console//etc/passwd"
            })
    void nothing_else_is_there(String path) {
        browser().urlEncodingEnabled(false).get(path).then().statusCode(404);
    }

    @Test
    void it_is_only_read() {
        browser().post("/console/").then().statusCode(405);
    }

    private static RequestSpecification browser() {
        return given().port(server.actualPort());
    }
}
