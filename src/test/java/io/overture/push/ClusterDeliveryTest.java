package io.overture.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.RedisCluster;
import io.overture.RedisServer;
import io.overture.Resp;
import io.overture.engine.Effect;
import io.overture.store.Stores;
import io.overture.visitor.Tab;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes in one JVM, on a real cluster: the channel of each is with the master of its slot. */
class ClusterDeliveryTest {

    private static final Duration NODE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration MOST_SILENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHANNEL = "ov:node:n2";

    private static RedisCluster cluster;

    private final Vertx vertx = Vertx.vertx();
    private final Stores stores = new Stores();

    @BeforeAll
    static void begin() {
        cluster = RedisCluster.start(NODE_TIMEOUT);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @BeforeEach
    void heal() {
        cluster.heal();
    }

    @AfterEach
    void stop() throws Exception {
        stores.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void tabs_at_another_node_are_reached() {
        try (var first = node("n1");
                var second = node("n2")) {
            var wire = new FakeWire();
            var tab = second.sockets.open(wire).tab();
            awaitListening(cluster.masterOf(CHANNEL));

            first.push.send(withdraw(tab));

            await().atMost(PATIENCE).until(() -> !wire.frames().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_channel_is_followed_to_its_next_master_and_what_was_missed_is_asked_for(End end) {
        try (var first = node("n1");
                var second = node("n2")) {
            var wire = new FakeWire();
            var socket = second.sockets.open(wire);
            var master = cluster.masterOf(CHANNEL);
            awaitListening(master);
            var missed = new AtomicInteger();
            socket.onMissed(missed::incrementAndGet);

            var next = end.how.apply(master);

            awaitListening(next);
            await().atMost(PATIENCE).untilAsserted(() -> {
                first.push.send(withdraw(socket.tab()));
                assertThat(wire.frames()).isNotEmpty();
            });
            await().atMost(PATIENCE).until(() -> missed.get() > 0);
        }
    }

    private enum End {
        KILLED(master -> {
            var replica = cluster.replicaOf(master);
            master.kill();
            return replica;
        }),
        HANDED_OVER(master -> {
            var other = cluster.masters().stream()
                    .filter(each -> each != master)
                    .findFirst()
                    .orElseThrow();
            var slot = ask(master, "CLUSTER", "KEYSLOT", CHANNEL);
            var id = ask(other, "CLUSTER", "MYID");
            ask(other, "CLUSTER", "SETSLOT", slot, "IMPORTING", ask(master, "CLUSTER", "MYID"));
            ask(master, "CLUSTER", "SETSLOT", slot, "MIGRATING", id);
            ask(other, "CLUSTER", "SETSLOT", slot, "NODE", id);
            ask(master, "CLUSTER", "SETSLOT", slot, "NODE", id);
            return other;
        });

        private final UnaryOperator<RedisServer> how;

        End(UnaryOperator<RedisServer> how) {
            this.how = how;
        }
    }

    @Test
    void a_channel_whose_master_gives_way_is_heard_on() {
        try (var first = node("n1");
                var second = node("n2")) {
            var wire = new FakeWire();
            var tab = second.sockets.open(wire).tab();
            var master = cluster.masterOf(CHANNEL);
            awaitListening(master);

            ask(cluster.replicaOf(master), "CLUSTER", "FAILOVER");

            await().atMost(PATIENCE).until(() -> cluster.masterOf(CHANNEL) != master);
            await().atMost(PATIENCE).untilAsserted(() -> {
                first.push.send(withdraw(tab));
                assertThat(wire.frames()).isNotEmpty();
            });
        }
    }

    private static void awaitListening(RedisServer server) {
        await().atMost(PATIENCE)
                .until(() -> ask(server, "PUBSUB", "SHARDNUMSUB", CHANNEL).equals("[" + CHANNEL + ", 1]"));
    }

    private static String ask(RedisServer server, String... command) {
        try {
            return Resp.once(server.port(), command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestNode node(String name) {
        return new TestNode(name, Set.of("n1", "n2"), stores.lanes(cluster.url(), TIMEOUT, MOST_SILENCE), vertx);
    }

    private static Effect.ForHer withdraw(Tab tab) {
        return new Effect.Withdraw("first", Effect.Reason.EXPIRED, List.of(tab));
    }
}
