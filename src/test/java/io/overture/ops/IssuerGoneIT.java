package io.overture.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.matchesPattern;

import com.sun.net.httpserver.HttpServer;
import io.overture.Node;
import io.overture.RedisServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** A node in production whose issuer answered, and then does not: a newer key is not a forged one. */
class IssuerGoneIT {

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    @Test
    void a_token_with_a_newer_key_is_not_taken_for_a_wrong_one_while_nobody_can_tell() throws Exception {
        var old = key("old");
        var issuer = issuer(old);
        var url = "http://127.0.0.1:" + issuer.getAddress().getPort();
        var environment = Map.of(
                "QUARKUS_PROFILE",
                "prod",
                "QUARKUS_OIDC_TENANT_ENABLED",
                "true",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                url,
                "QUARKUS_OIDC_TOKEN_AUDIENCE",
                "overture");

        try (var redis = RedisServer.start();
                var node = Node.start(redis, environment)) {
            assertThat(status(node, token(url, old))).isEqualTo(200);
            assertThat(status(node, token(url, key("forged")))).isEqualTo(401);
            assertThat(status(node, token(url, named(key("other"), "old")))).isEqualTo(401);
            issuer.stop(0);

            // That the issuer was there holds for three seconds, however many ask.
            await().until(() -> status(node, token(url, key("new"))) == 503);
            // Quarkus fetches keys for the first only; of the others it says that there is no such key.
            for (int i = 0; i < 2; i++) {
                given().auth()
                        .oauth2(token(url, key("new")))
                        .get(node.base() + "/v1/book")
                        .then()
                        .statusCode(503)
                        .header("Retry-After", matchesPattern("\\d+"));
            }
            assertThat(status(node, token(url, old))).isEqualTo(200);
            assertThat(status(node, token(url, named(key("other"), "old")))).isEqualTo(401);

            var metrics = given().get(node.management() + "/q/metrics").asString();
            assertThat(metrics)
                    .contains("overture_issuer_unchecked_total{region=\"local\"} 3.0")
                    .containsPattern("overture_issuer_asked_total\\{region=\"local\",result=\"away\"} [1-9]");
            assertThat(node.log().lines().filter(line -> line.contains("event=issuer_away")))
                    .hasSize(1);
        } finally {
            issuer.stop(0);
        }
    }

    private static int status(Node node, String token) {
        return given().auth().oauth2(token).get(node.base() + "/v1/book").statusCode();
    }

    private static String token(String issuer, RsaJsonWebKey key) {
        return Jwt.issuer(issuer)
                .audience("overture")
                .groups("lead")
                .expiresIn(60)
                .jws()
                .keyId(key.getKeyId())
                .sign(key.getPrivateKey());
    }

    private static HttpServer issuer(RsaJsonWebKey key) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        answers(server, DISCOVERY, "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\"}".formatted(url));
        answers(server, "/keys", new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
        server.start();
        return server;
    }

    private static void answers(HttpServer server, String path, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private static RsaJsonWebKey key(String id) throws JoseException {
        return named(RsaJwkGenerator.generateJwk(2048), id);
    }

    private static RsaJsonWebKey named(RsaJsonWebKey key, String id) {
        key.setKeyId(id);
        return key;
    }
}
