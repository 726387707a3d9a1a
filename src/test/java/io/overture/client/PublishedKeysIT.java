package io.overture.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.overture.BrowserClient;
import io.overture.BrowserTab;
import io.overture.Ga4;
import io.overture.Node;
import io.overture.Operator;
import io.overture.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client is known by a token whose key a node fetches from the shop. */
@TestInstance(Lifecycle.PER_CLASS)
class PublishedKeysIT {

    private HttpServer shop;
    private RedisServer redis;
    private Node node;

    @BeforeAll
    void start() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publish("/rs256", Forge.keySet(Forge.RSA));
        publish("/es256", Forge.keySet(Forge.EC));
        shop.start();
        redis = RedisServer.start();
        var keys = "http://127.0.0.1:" + shop.getAddress().getPort();
        node = Node.start(
                redis,
                Map.of(
                        "OVERTURE_SITES_RS256_ORIGINS",
                        BrowserClient.ORIGIN,
                        "OVERTURE_SITES_RS256_IDENTITY_JWKS_URL",
                        keys + "/rs256",
                        "OVERTURE_SITES_ES256_ORIGINS",
                        BrowserClient.ORIGIN,
                        "OVERTURE_SITES_ES256_IDENTITY_JWKS_URL",
                        keys + "/es256",
                        "OVERTURE_SITES_ES256_IDENTITY_ALGORITHM",
                        "ES256"));
    }

    @AfterAll
    void stop() {
        node.close();
        redis.close();
        shop.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rs256", "es256"})
    void her_tier_is_believed(String site) {
        try (var browser = new BrowserClient()) {
            browser.carries(token(site));

            // The first token only makes the node ask for the keys.
            await().atMost(BrowserTab.PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        var beacon = browser.beacon(Ga4.named("page_view")).put("site", site);
                        assertThat(browser.post(node, beacon).statusCode()).isEqualTo(204);
                        return Operator.explainAt(site, node, browser)
                                .path("relationship")
                                .asText()
                                .equals("vic");
                    });
        }
    }

    private static String token(String site) {
        var claims = "{\"sub\":\"ada\",\"aud\":\"%s\",\"tier\":\"vic\",\"exp\":%d}"
                .formatted(site, Instant.now().plusSeconds(1800).getEpochSecond());
        return site.equals("rs256") ? Forge.rs256(claims, "k1") : Forge.es256(claims, "k1");
    }

    private void publish(String path, String keys) {
        shop.createContext(path, exchange -> {
            var body = keys.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
