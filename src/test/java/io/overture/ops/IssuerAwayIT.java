package io.overture.ops;

import static io.restassured.RestAssured.given;
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
                    .get(node.base() + "/v1/book")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", matchesPattern("\\d+"))
                    .body("status", equalTo(503));
            given().get(node.base() + "/overture.js").then().statusCode(200);
        }
    }
}
