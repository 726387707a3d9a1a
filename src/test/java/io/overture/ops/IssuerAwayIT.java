package io.overture.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.overture.Node;
import io.overture.Ports;
import io.overture.RedisServer;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A node in production whose issuer does not answer: whoever shows a token is told so, and when to ask again. */
class IssuerAwayIT {

    @Test
    void a_token_that_cannot_be_checked_is_not_a_fault() throws NoSuchAlgorithmException {
        var environment = Map.of(
                "QUARKUS_PROFILE",
                "prod",
                "QUARKUS_OIDC_TENANT_ENABLED",
                "true",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                "http://127.0.0.1:" + Ports.free(),
                "QUARKUS_OIDC_TOKEN_AUDIENCE",
                "overture");
        var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var token = Jwt.audience("overture").groups("lead").expiresIn(60).sign(keys.getPrivate());

        try (var redis = RedisServer.start();
                var node = Node.start(redis, environment)) {
            given().auth()
                    .oauth2(token)
                    .header("X-Request-Id", "asked-1")
                    .get(node.base() + "/v1/book")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", matchesPattern("\\d+"))
                    .header("X-Request-Id", "asked-1")
                    .body("status", equalTo(503))
                    .body("requestId", equalTo("asked-1"));
            given().get(node.management() + "/q/metrics")
                    .then()
                    .body(containsString("overture_issuer_unchecked_total{region=\"local\"} 1.0"))
                    .body(matchesPattern(
                            "(?s).*overture_issuer_asked_total\\{region=\"local\",result=\"away\"} [1-9].*"));
            given().get(node.base() + "/overture.js").then().statusCode(200);
        }
    }
}
