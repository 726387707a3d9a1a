package io.overture.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScriptDoorTest {
    private static final String SCRIPT = "/* a script worth compressing */".repeat(100);
    private static final Vertx VERTX = Vertx.vertx();
    private static HttpServer server;

    @BeforeAll
    static void start() {
        var router = Router.router(VERTX);
        ScriptDoor.open(router, "/overture.js", SCRIPT.getBytes(StandardCharsets.UTF_8));
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

    @Test
    void any_shop_may_embed_it_and_caches_it_for_minutes() {
        browser()
                .get("/overture.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript; charset=utf-8")
                .header("Cache-Control", "public, max-age=300")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(equalTo(SCRIPT));
    }

    @Test
    void it_travels_compressed_where_that_is_understood() {
        browser()
                .header("Accept-Encoding", "gzip, deflate, br")
                .get("/overture.js")
                .then()
                .header("Content-Encoding", "gzip")
                .header("Content-Length", Integer::parseInt, lessThan(SCRIPT.length() / 10))
                .body(equalTo(SCRIPT));
    }

    @Test
    void it_travels_plain_where_compression_is_refused() {
        browser()
                .header("Accept-Encoding", "gzip;q=0")
                .get("/overture.js")
                .then()
                .header("Content-Encoding", nullValue())
                .body(equalTo(SCRIPT));
    }

    @Test
    void what_a_browser_still_holds_is_not_sent_again() {
        var tag = browser().get("/overture.js").header("ETag");

        browser()
                .header("If-None-Match", tag)
                .get("/overture.js")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
    }

    private static RequestSpecification browser() {
        return given().port(server.actualPort());
    }
}
