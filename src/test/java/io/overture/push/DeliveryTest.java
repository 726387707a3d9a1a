package io.overture.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.RedisServer;
import io.overture.RedisUsers;
import io.overture.engine.Effect;
import io.overture.store.Stores;
import io.overture.visitor.Tab;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes in one JVM, on a real Redis. */
class DeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration RECOVERY = Duration.ofSeconds(15);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** Longer than between two beats. */
    private static final Duration MOST_SILENCE = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final Set<String> live = new CopyOnWriteArraySet<>(Set.of("n1", "n2"));
    private final RedisServer redis = RedisServer.start();
    private final Redis client = Redis.createClient(vertx, RedisUsers.asAdmin(redis.url()));
    private final Stores stores = new Stores();

    @BeforeEach
    void answers() {
        assertThat(ask(Command.PING, "hello").toString()).isEqualTo("hello");
    }

    @AfterEach
    void stop() throws Exception {
        stores.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        redis.close();
    }

    @Test
    void tabs_at_another_node_are_reached() {
        try (var first = node("n1");
                var second = node("n2")) {
            var here = new FakeWire();
            var there = new FakeWire();
            var alsoThere = new FakeWire();
            var tabs = List.of(
                    first.sockets.open(here).tab(),
                    second.sockets.open(there).tab(),
                    second.sockets.open(alsoThere).tab());
            awaitListening("n2");

            first.push.send(withdraw(tabs));

            await().atMost(SOON)
                    .until(() ->
                            !there.frames().isEmpty() && !alsoThere.frames().isEmpty());
            assertThat(here.frames()).hasSize(1);
            assertThat(there.frames()).isEqualTo(here.frames());
            assertThat(alsoThere.frames()).isEqualTo(here.frames());
        }
    }

    @Test
    void one_message_a_node_however_many_tabs_are_there() {
        try (var first = node("n1");
                var second = node("n2")) {
            var wire = new FakeWire();
            var tabs = List.of(
                    second.sockets.open(wire).tab(),
                    second.sockets.open(wire).tab(),
                    second.sockets.open(wire).tab());
            awaitListening("n2");
            long before = published();

            first.push.send(withdraw(tabs));

            await().atMost(SOON).until(() -> wire.frames().size() == 3);
            assertThat(published() - before).isLessThanOrEqualTo(1 + beats());
        }
    }

    @Test
    void a_node_that_has_only_just_begun_is_reached() {
        try (var first = node("n1");
                var second = node("n2")) {
            live.remove("n2");
            var wire = new FakeWire();
            var tab = second.sockets.open(wire).tab();
            awaitListening("n2");

            first.push.send(withdraw(List.of(tab)));

            await().atMost(SOON).until(() -> !wire.frames().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_socket_learns_that_it_may_have_missed_something(Gap gap) {
        var relay = new Relay(vertx, redis.port());
        try (var node = node("n1", relay.url())) {
            awaitListening("n1");
            var missed = new AtomicInteger();
            var socket = node.sockets.open(new FakeWire());
            socket.onMissed(missed::incrementAndGet);
            var closed = node.sockets.open(new FakeWire());
            closed.onMissed(() -> missed.addAndGet(1000));
            closed.close(CloseCode.SILENT);

            gap.how.accept(this, relay);

            await().atMost(RECOVERY).until(() -> missed.get() > 0);
            assertThat(missed).hasValueLessThan(1000);
        }
    }

    private enum Gap {
        KILLED((test, relay) -> test.ask(Command.CLIENT, "KILL", "TYPE", "pubsub")),
        SILENT((test, relay) -> relay.muteThoseOpen()),
        AWAY((test, relay) -> {
            test.redis.kill();
            test.redis.restart();
        });

        private final BiConsumer<DeliveryTest, Relay> how;

        Gap(BiConsumer<DeliveryTest, Relay> how) {
            this.how = how;
        }
    }

    @Test
    void a_subscription_that_was_killed_begins_again() {
        try (var first = node("n1");
                var second = node("n2")) {
            var wire = new FakeWire();
            var tab = second.sockets.open(wire).tab();
            awaitListening("n2");

            ask(Command.CLIENT, "KILL", "TYPE", "pubsub");

            await().atMost(RECOVERY).untilAsserted(() -> {
                first.push.send(withdraw(List.of(tab)));
                assertThat(wire.frames()).isNotEmpty();
            });
        }
    }

    @Test
    void a_subscription_that_fell_silent_begins_again() {
        var relay = new Relay(vertx, redis.port());
        try (var first = node("n1", redis.url());
                var second = node("n2", relay.url())) {
            var wire = new FakeWire();
            var tab = second.sockets.open(wire).tab();
            awaitListening("n2");

            // The connection stays, but nothing comes through it any more, as when a firewall forgot it.
            relay.muteThoseOpen();

            await().atMost(RECOVERY).untilAsserted(() -> {
                first.push.send(withdraw(List.of(tab)));
                assertThat(wire.frames()).isNotEmpty();
            });
        }
    }

    @Test
    void redis_gone_and_back() {
        try (var first = node("n1");
                var second = node("n2")) {
            var wire = new FakeWire();
            var tab = second.sockets.open(wire).tab();
            awaitListening("n2");
            redis.kill();

            redis.restart();

            await().atMost(RECOVERY).untilAsserted(() -> {
                first.push.send(withdraw(List.of(tab)));
                assertThat(wire.frames()).isNotEmpty();
            });
        }
    }

    @Test
    void who_leaves_sends_everybody_elsewhere() {
        var sockets = new Sockets(new SocketTest.Node("n1"), new SimpleMeterRegistry());
        var wires = Stream.generate(FakeWire::new).limit(25).toList();
        wires.forEach(sockets::open);

        new Drain(sockets, new Departure(), vertx, Duration.ofMillis(300)).begin(new Random(1));

        assertThat(wires)
                .allSatisfy(wire -> assertThat(wire.frames().getFirst()).contains("go_away"));
        await().atMost(SOON)
                .until(() -> wires.stream().allMatch(wire -> wire.closed().isPresent()));
        assertThat(wires).allSatisfy(wire -> assertThat(wire.closed()).hasValue(1012));
        var late = new FakeWire();
        sockets.open(late);
        assertThat(late.closed()).hasValue(1012);
    }

    /** Passes bytes on, until it keeps those of the connections there are to itself. */
    private static final class Relay {
        private final Set<NetSocket> muted = ConcurrentHashMap.newKeySet();
        private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
        private final NetServer server;

        Relay(Vertx vertx, int target) {
            server = vertx.createNetServer()
                    .connectHandler(near -> {
                        near.pause();
                        vertx.createNetClient().connect(target, "127.0.0.1").onSuccess(far -> {
                            open.add(near);
                            near.handler(far::write).closeHandler(gone -> far.close());
                            far.handler(bytes -> {
                                        if (!muted.contains(near)) {
                                            near.write(bytes);
                                        }
                                    })
                                    .closeHandler(gone -> near.close());
                            near.resume();
                        });
                    })
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }

        String url() {
            return RedisUsers.signedIn("redis", server.actualPort());
        }

        void muteThoseOpen() {
            muted.addAll(open);
        }
    }

    private void awaitListening(String node) {
        await().atMost(SOON)
                .until(() ->
                        ask(Command.PUBSUB, "NUMSUB", "ov:node:" + node).get(1).toInteger() == 1);
    }

    private long published() {
        return ask(Command.INFO, "commandstats")
                .toString()
                .lines()
                .filter(line -> line.startsWith("cmdstat_publish:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*calls=(\\d+).*", "$1")))
                .sum();
    }

    /** Both nodes' signs of life that may fall into a moment. */
    private static int beats() {
        return 2;
    }

    private Response ask(Command command, String... args) {
        var request = Request.cmd(command);
        for (var arg : args) {
            request.arg(arg);
        }
        Future<Response> answer = client.send(request);
        return answer.toCompletionStage().toCompletableFuture().join();
    }

    private TestNode node(String name) {
        return node(name, redis.url());
    }

    private TestNode node(String name, String redisUrl) {
        return new TestNode(name, live, stores.lanes(redisUrl, TIMEOUT, MOST_SILENCE), vertx);
    }

    private static Effect.ForHer withdraw(List<Tab> tabs) {
        return new Effect.Withdraw("first", Effect.Reason.EXPIRED, tabs);
    }
}
