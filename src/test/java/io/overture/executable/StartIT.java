package io.overture.executable;

import static io.restassured.RestAssured.given;

import io.overture.RedisResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was built starts as production has it, with nothing but an address of Redis; its doors are where they belong. */
@QuarkusIntegrationTest
@WithTestResource(RedisResource.class)
class StartIT {

    @ParameterizedTest
    @CsvSource({
        "/overture.js, 200",
        "/overture-live.js, 200",
        "/overture-card.js, 200",
        "/overture-talk.js, 200",
        "/overture-debug.js, 200",
        "/overture-passport.js, 200",
        "/v1/passport/keys, 404",
        "/console/, 200",
        "/console/config.json, 200",
        "/v1/beacons, 405",
        "/v1/book, 401",
        "/openapi, 401",
        "/q/metrics, 401",
        "/demo/, 404"
    })
    void a_door(String path, int expected) {
        given().redirects().follow(false).get(path).then().statusCode(expected);
    }
}
