package io.overture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real nodes that reach Redis by TLS, and only the one whose certificate they were told to believe. */
class RedisByTlsIT {

    private static final Path BOOK = Path.of("src/test/resources/books/faults.yaml");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HERE = "ip:127.0.0.1";

    /** So many that every master of a cluster holds some of them. */
    private static final int MANY = 12;

    @TempDir
    Path folder;

    @Test
    void one_redis() throws Exception {
        try (var redis = RedisServer.startSecure(SelfSigned.naming(HERE, folder))) {
            assertThatVisitorsAreServed(redis.environment());
        }
    }

    @Test
    void a_cluster() throws Exception {
        try (var cluster = RedisCluster.startSecure(SelfSigned.naming(HERE, folder))) {
            assertThatVisitorsAreServed(cluster.environment());
        }
    }

    @Test
    void one_that_sentinels_name() throws Exception {
        try (var redis = RedisSentinels.startSecure(SelfSigned.naming(HERE, folder))) {
            assertThatVisitorsAreServed(redis.environment());
        }
    }

    @Test
    void a_certificate_nobody_vouched_for_is_refused() throws Exception {
        var another = SelfSigned.naming(HERE, Files.createDirectory(folder.resolve("another")));
        try (var redis = RedisServer.startSecure(SelfSigned.naming(HERE, folder))) {
            var environment = new HashMap<>(redis.environment());
            environment.putAll(another.trust());
            assertThatItIsRefused(redis, environment, "");
        }
    }

    @Test
    void a_certificate_for_another_host_is_refused() throws Exception {
        try (var redis = RedisServer.startSecure(SelfSigned.naming("dns:redis.example", folder))) {
            assertThatItIsRefused(redis, redis.environment(), "No subject alternative names");
        }
    }

    /** Commands, scripts and what nodes say to each other, all by TLS: an invitation finds its tab at the other node. */
    private static void assertThatVisitorsAreServed(Map<String, String> redis) {
        var environment = new HashMap<>(redis);
        environment.put("OVERTURE_BOOK", BOOK.toAbsolutePath().toString());
        try (var first = Node.start(environment);
                var second = Node.start(environment)) {
            for (int i = 0; i < MANY; i++) {
                try (var visitor = new BrowserClient()) {
                    var tab = visitor.open(first);
                    visitor.happens(second, Ga4.view("P-1", "precious", 9_000));
                    assertThat(tab.next("invitation", PATIENCE).path("id").asText())
                            .isNotEmpty();
                }
            }
        }
    }

    private static void assertThatItIsRefused(RedisServer redis, Map<String, String> environment, String why) {
        try (var node = Node.launch(environment)) {
            await().atMost(PATIENCE).until(() -> redis.log().contains("Error accepting a client connection"));
            assertThat(node.ready()).isFalse();
            assertThat(redis.log()).contains("alert");
            await().atMost(PATIENCE)
                    .until(() -> node.log()
                            .contains("node lease not renewed: there is no connection to Redis: TLS: " + why));
        }
    }
}
