package io.overture.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Several nodes' stores in one JVM. */
public final class Stores implements AutoCloseable {

    /** Long enough for a busy machine to begin with. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    public static final int ENTRIES_PER_SHARD = 200;
    private static final long BYTES_PER_SHARD = 4 * 1024 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<AutoCloseable> open = new ArrayList<>();

    public ScheduledExecutorService timer() {
        return timer;
    }

    /** Lanes of a node of its own. Several addresses, with commas between them, are a cluster. */
    public Lanes lanes(String urls) {
        return lanes(urls, TIMEOUT);
    }

    public Lanes lanes(String urls, Duration timeout) {
        return lanes(urls, timeout, Duration.ofSeconds(1));
    }

    /** @param mostSilence of a connection, after which it is given up */
    public Lanes lanes(String urls, Duration timeout, Duration mostSilence) {
        var options = new RedisOptions()
                .setEndpoints(List.of(urls.split(",")))
                .setMaxPoolSize(16)
                .setMaxPoolWaiting(64)
                .setNetClientOptions(new NetClientOptions()
                        .setConnectTimeout(1000)
                        .setReadIdleTimeout((int) mostSilence.toSeconds())
                        .setIdleTimeoutUnit(TimeUnit.SECONDS));
        if (urls.contains(",")) {
            var lanes = Lanes.toCluster(vertx, options, 4, timeout, timer);
            open.add(lanes);
            return lanes;
        }
        var client = Redis.createClient(vertx, options);
        var lanes = new Lanes(client, 4, timeout, timer);
        open.add(lanes);
        open.add(client::close);
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

    public static @Nullable Response ask(Lanes lanes, Command command, Object... args) {
        return get(lanes.send(request(command, args)));
    }

    /** Of every master: a command that is about no key. */
    public static List<Response> askEach(Lanes lanes, Command command, Object... args) {
        return get(lanes.sendToEach(request(command, args)));
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
