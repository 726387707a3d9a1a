package io.overture.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a beacon must cost at least on this stack: parse the body, one pipelined {@code EVALSHA}, answer. The path says how
 * many bytes are written. Each event loop has a connection of its own, so that nothing is ever handed between threads.
 */
public final class BareEndpoint extends AbstractVerticle {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIFETIME_SECONDS = "3600";

    private final int port;
    private final int redisPort;
    private @Nullable RedisConnection redis;
    private String script = "";

    private BareEndpoint(int port, int redisPort) {
        this.port = port;
        this.redisPort = redisPort;
    }

    /** @param args port, Redis' port */
    public static void main(String[] args) {
        int port = Integer.parseInt(args[0]);
        int redisPort = Integer.parseInt(args[1]);
        // As many event loops as Quarkus would have.
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        Vertx.vertx()
                .deployVerticle(() -> new BareEndpoint(port, redisPort), new DeploymentOptions().setInstances(loops))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        Redis.createClient(vertx, "redis://127.0.0.1:" + redisPort)
                .connect()
                .compose(connection -> {
                    redis = connection;
                    return connection.send(
                            Request.cmd(Command.SCRIPT).arg("LOAD").arg(source()));
                })
                .compose(loaded -> {
                    script = loaded.toString();
                    return vertx.createHttpServer().requestHandler(this::take).listen(port, "127.0.0.1");
                })
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void take(HttpServerRequest request) {
        int bytes = Integer.parseInt(request.path().substring(1));
        request.body()
                .compose(body -> commit(body, bytes))
                .onComplete(done -> request.response()
                        .setStatusCode(done.succeeded() ? 204 : 503)
                        .end());
    }

    private Future<?> commit(Buffer body, int bytes) {
        if (redis == null) {
            throw new IllegalStateException("not started");
        }
        return redis.send(Request.cmd(Command.EVALSHA)
                .arg(script)
                .arg(1)
                .arg("bare:" + visitor(body))
                .arg(value(bytes))
                .arg(LIFETIME_SECONDS));
    }

    private static String visitor(Buffer body) {
        try {
            return JSON.readTree(body.getBytes()).path("visitor").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Buffer value(int bytes) {
        var value = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(value);
        return Buffer.buffer(value);
    }

    private static String source() {
        try (var file = BareEndpoint.class.getResourceAsStream("/bench/bare.lua")) {
            if (file == null) {
                throw new IllegalStateException("bench/bare.lua is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
