package io.overture.store;

import io.overture.RedisSentinels;
import io.overture.RedisUsers;
import io.overture.redis.Lanes;
import io.overture.redis.Ways;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Several nodes' stores in one JVM. */
public final class Stores implements AutoCloseable {

    /** Long enough for a busy machine to begin with. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** A test may leave lanes alone for so long while it asks by a way of its own: none of them ends under its next command. */
    private static final Duration UNASKED = Duration.ofSeconds(10);

    public static final int ENTRIES_PER_SHARD = 200;
    private static final long BYTES_PER_SHARD = 4 * 1024 * 1024;

    /** For the tests' own questions beside those of a node: same Redis, another user. */
    private static final Map<Lanes, Supplier<Lanes>> BESIDE = Collections.synchronizedMap(new WeakHashMap<>());

    private final Vertx vertx = Vertx.vertx();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<AutoCloseable> open = new ArrayList<>();

    public Vertx vertx() {
        return vertx;
    }

    public ScheduledExecutorService timer() {
        return timer;
    }

    /** Lanes of a node of its own. Several addresses, with commas between them, are a cluster. */
    public Lanes lanes(String urls) {
        return lanes(urls, TIMEOUT, UNASKED);
    }

    public Lanes lanes(String urls, Duration timeout) {
        return lanes(urls, timeout, Duration.ofSeconds(1));
    }

    /** @param mostSilence of a connection, after which it is given up */
    public Lanes lanes(String urls, Duration timeout, Duration mostSilence) {
        var options = options(mostSilence).setEndpoints(List.of(urls.split(",")));
        if (urls.contains(",")) {
            return opened(ways(options, timeout).toCluster(), urls);
        }
        return opened(ways(options, timeout).toOne(), urls);
    }

    public Lanes lanes(RedisSentinels sentinels, Duration timeout) {
        return lanes(sentinels.url(), RedisSentinels.MASTER, timeout);
    }

    /** To the master that sentinels name, as a node finds it. */
    public Lanes lanes(String sentinels, String master, Duration timeout) {
        var options = options(Duration.ofSeconds(1))
                .setEndpoints(List.of(sentinels.split(",")))
                .setType(RedisClientType.SENTINEL)
                .setMasterName(master);
        var lanes = ways(options, timeout).toSentinels(Optional.of(RedisUsers.NAME), Optional.of(RedisUsers.PASSWORD));
        open.add(lanes);
        return lanes;
    }

    private RedisOptions options(Duration mostSilence) {
        return new RedisOptions()
                .setMaxPoolSize(16)
                .setMaxPoolWaiting(64)
                .setNetClientOptions(new NetClientOptions()
                        .setConnectTimeout(1000)
                        .setReadIdleTimeout((int) mostSilence.toSeconds())
                        .setIdleTimeoutUnit(TimeUnit.SECONDS));
    }

    private Ways ways(RedisOptions options, Duration timeout) {
        return new Ways(vertx, options, 4, timeout, timer);
    }

    private Lanes opened(Lanes lanes, String urls) {
        open.add(lanes);
        var admin = RedisUsers.asAdmin(urls);
        BESIDE.put(lanes, admin.equals(urls) ? () -> lanes : memoized(() -> lanes(admin)));
        return lanes;
    }

    public RedisVisitors visitors(Lanes lanes) {
        return visitors(lanes, ENTRIES_PER_SHARD);
    }

    public RedisVisitors visitors(Lanes lanes, int entriesPerShard) {
        return visitors(lanes, () -> false, entriesPerShard, BYTES_PER_SHARD);
    }

    public RedisVisitors visitors(Lanes lanes, BooleanSupplier tight, int entriesPerShard, long bytesPerShard) {
        return new RedisVisitors(lanes, tight, Codec.CURRENT, entriesPerShard, bytesPerShard);
    }

    /** Of the Redis those lanes lead to, and as its admin: for what no node may do, and what none should have to. */
    public static @Nullable Response ask(Lanes lanes, Command command, Object... args) {
        return get(asked(lanes, command, args));
    }

    public static Uni<@Nullable Response> asked(Lanes lanes, Command command, Object... args) {
        return beside(lanes).send(request(command, args));
    }

    /** As a node: by its own way, with its own rights. */
    public static @Nullable Response askAsNode(Lanes lanes, Command command, Object... args) {
        return get(lanes.send(request(command, args)));
    }

    /** As {@link #ask}, of every master: a command that is about no key. */
    public static List<Response> askEach(Lanes lanes, Command command, Object... args) {
        return get(beside(lanes).sendToEach(request(command, args)));
    }

    private static Lanes beside(Lanes lanes) {
        return BESIDE.get(lanes).get();
    }

    private static <T> Supplier<T> memoized(Supplier<T> source) {
        var made = new AtomicReference<@Nullable T>();
        return () -> {
            synchronized (made) {
                var before = made.get();
                var found = before == null ? source.get() : before;
                made.set(found);
                return found;
            }
        };
    }

    private static Request request(Command command, Object... args) {
        var request = Request.cmd(command);
        for (var arg : args) {
            if (arg instanceof byte[] bytes) {
                request.arg(bytes);
            } else {
                request.arg(arg.toString());
            }
        }
        return request;
    }

    public static <T extends @Nullable Object> T get(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }

    @Override
    public void close() throws Exception {
        for (var each : open) {
            each.close();
        }
        timer.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
