package io.overture.redis;

import io.netty.channel.EventLoop;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One Redis, and the lanes to it: one to each event loop that asks, and a few that all others take in turns. */
final class Server {

    private final @Nullable LoopClients clients;
    private final LaneSettings settings;
    private final Map<EventLoop, Lane> byLoop = new ConcurrentHashMap<>();
    private final List<Lane> shared;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean everAnswered;

    /** Whose lanes are all on the one event loop that this client is of. */
    Server(Redis client, LaneSettings settings) {
        this.clients = null;
        this.settings = settings;
        this.shared = Stream.generate(() -> new Lane(client, null, settings.timeout()))
                .limit(settings.lanes())
                .toList();
    }

    Server(LoopClients clients, LaneSettings settings) {
        this.clients = clients;
        this.settings = settings;
        this.shared = Stream.generate(clients::anyLoop)
                .limit(settings.lanes())
                .map(loop -> lane(clients, loop))
                .toList();
    }

    /** Once: {@link ReplyLost} when it is not known what became of it, a refusal as Redis worded it. */
    void attempt(Sending sending, Callback<@Nullable Response> then) {
        lane().send(sending, (answer, failure) -> {
            note(failure == null || Refusal.isAnAnswer(failure));
            then.hear(answer, failure);
        });
    }

    /** The same. */
    Uni<@Nullable Response> attempt(Sending sending) {
        return Callback.uni(then -> attempt(sending, then));
    }

    /** A connection of one's own. */
    Future<RedisConnection> connect() {
        return lane().connect();
    }

    /** It did not answer when it was last asked. */
    boolean isAway() {
        return away;
    }

    /** Since this node knows it. */
    boolean everAnswered() {
        return everAnswered;
    }

    void giveUpLate() {
        lanes().forEach(Lane::giveUpLate);
    }

    /** What is under way may still be answered. */
    void retire() {
        lanes().forEach(Lane::retire);
    }

    /** With the clients, unless whoever made them keeps them. */
    void close() {
        lanes().forEach(Lane::close);
    }

    private Lane lane() {
        var ways = clients;
        var loop = ways == null ? null : loop();
        var own = ways == null || loop == null ? null : lane(ways, loop);
        return own == null || own.isFull() ? shared.get(Math.floorMod(turn.getAndIncrement(), shared.size())) : own;
    }

    private Lane lane(LoopClients ways, EventLoop loop) {
        var known = byLoop.get(loop);
        return known != null
                ? known
                : byLoop.computeIfAbsent(loop, its -> new Lane(ways.on(its), its, settings.timeout()));
    }

    /** The one this is called on; null: none. */
    private static @Nullable EventLoop loop() {
        return Vertx.currentContext() instanceof ContextInternal here && here.isEventLoopContext() && here.inThread()
                ? here.nettyEventLoop()
                : null;
    }

    private Stream<Lane> lanes() {
        return clients == null ? shared.stream() : byLoop.values().stream();
    }

    private void note(boolean answered) {
        if (away == answered) {
            away = !answered;
        }
        if (answered && !everAnswered) {
            everAnswered = true;
        }
    }
}
