package io.overture.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a beacon must cost at least on this stack: parse the body, one pipelined {@code EVALSHA}, answer. Each event loop has
 * a connection of its own, so that nothing is ever handed between threads. A text on its WebSocket goes back after the
 * same.
 */
public final class BareEndpoint extends AbstractVerticle {

    /**
     * What it writes for each beacon.
     *
     * @param loops its event loops
     * @param value bytes of the visitor's value
     * @param entry bytes of the journal's entry; with zero it writes the value only
     * @param alarms of a hundred beacons, how many move an alarm
     */
    record Work(int loops, int value, int entry, int alarms) {
        private static final int FROM = 2;

        /** The value only, on as many event loops as Vert.x has by itself. */
        static Work oneKey(int value) {
            return new Work(2 * Runtime.getRuntime().availableProcessors(), value, 0, 0);
        }

        List<String> asArguments() {
            return List.of("" + loops, "" + value, "" + entry, "" + alarms);
        }

        private static Work of(String[] args) {
            return new Work(
                    Integer.parseInt(args[FROM]),
                    Integer.parseInt(args[FROM + 1]),
                    Integer.parseInt(args[FROM + 2]),
                    Integer.parseInt(args[FROM + 3]));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIFETIME_SECONDS = "3600";
    private static final String LIFETIME_MILLIS = "3600000";

    /** The default of {@code overture.journal.entries-per-shard}. */
    private static final String MOST_ENTRIES = "2000";

    private static final int SHARD_MASK = 0xff;
    private static final int ALARM_MILLIS = 600_000;

    private final int port;
    private final String redisUrl;
    private final Work work;
    private @Nullable RedisConnection redis;
    private String script = "";
    private long taken;

    private BareEndpoint(int port, String redisUrl, Work work) {
        this.port = port;
        this.redisUrl = redisUrl;
        this.work = work;
    }

    /** @param args port, URL of Redis, then {@link Work} */
    public static void main(String[] args) {
        int port = Integer.parseInt(args[0]);
        var work = Work.of(args);
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(work.loops))
                .deployVerticle(
                        () -> new BareEndpoint(port, args[1], work), new DeploymentOptions().setInstances(work.loops))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        Redis.createClient(vertx, redisUrl)
                .connect()
                .compose(connection -> {
                    redis = connection;
                    return connection.send(Request.cmd(Command.SCRIPT)
                            .arg("LOAD")
                            .arg(source(work.entry > 0 ? "equal.lua" : "bare.lua")));
                })
                .compose(loaded -> {
                    script = loaded.toString();
                    return vertx.createHttpServer()
                            .requestHandler(this::take)
                            .webSocketHandler(this::echo)
                            .listen(port, "127.0.0.1");
                })
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void take(HttpServerRequest request) {
        request.body()
                .compose(body -> commit(visitor(body)))
                .onComplete(done -> request.response()
                        .setStatusCode(done.succeeded() ? 204 : 503)
                        .end());
    }

    private void echo(ServerWebSocket socket) {
        var visitor = "echo" + socket.hashCode();
        socket.textMessageHandler(text -> commit(visitor).onSuccess(_ -> socket.writeTextMessage(text)));
    }

    private Future<?> commit(String visitor) {
        if (redis == null) {
            throw new IllegalStateException("not started");
        }
        return redis.send(work.entry > 0 ? equal(visitor) : oneKey(visitor));
    }

    private Request oneKey(String visitor) {
        return Request.cmd(Command.EVALSHA)
                .arg(script)
                .arg(1)
                .arg("bare:" + visitor)
                .arg(bytes(work.value))
                .arg(LIFETIME_SECONDS);
    }

    /** Alarms and journals are of shards, as many as Overture's. */
    private Request equal(String visitor) {
        int shard = visitor.hashCode() & SHARD_MASK;
        boolean moves = taken++ * 37 % 100 < work.alarms;
        return Request.cmd(Command.EVALSHA)
                .arg(script)
                .arg(3)
                .arg("equal:" + visitor)
                .arg("equal:alarms:" + shard)
                .arg("equal:journal:" + shard)
                .arg(bytes(work.value))
                .arg(LIFETIME_MILLIS)
                .arg(moves ? "" + (System.currentTimeMillis() + ALARM_MILLIS) : "")
                .arg(visitor)
                .arg(bytes(work.entry))
                .arg(MOST_ENTRIES);
    }

    private static String visitor(Buffer body) {
        try {
            return JSON.readTree(body.getBytes()).path("visitor").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Buffer bytes(int count) {
        var value = new byte[count];
        ThreadLocalRandom.current().nextBytes(value);
        return Buffer.buffer(value);
    }

    private static String source(String name) {
        try (var file = BareEndpoint.class.getResourceAsStream("/bench/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
