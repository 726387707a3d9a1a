package io.overture.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.RedisServer;
import io.overture.RedisUsers;
import io.overture.store.Stores;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a subscription, from both sides at once, on a real Redis. */
class ChannelTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int ROUNDS = 300;

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_channel_can_be_closed_while_redis_closes_it() throws Exception {
        var vertx = Vertx.vertx();
        try (var redis = RedisServer.start();
                var stores = new Stores()) {
            var client = Redis.createClient(vertx, RedisUsers.asAdmin(redis.url()));
            var lanes = stores.lanes(redis.url(), TIMEOUT);
            for (int round = 0; round < ROUNDS; round++) {
                var listening = new CountDownLatch(1);
                var channel = new Channel(vertx, lanes, "ov:test", text -> {}, listening::countDown);
                assertThat(listening.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

                var killed = client.send(
                        Request.cmd(Command.CLIENT).arg("KILL").arg("TYPE").arg("PUBSUB"));
                var closed = CompletableFuture.runAsync(channel::close);

                closed.get(SOON.toSeconds(), TimeUnit.SECONDS);
                killed.toCompletionStage().toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
            }
            vertx.close().toCompletionStage().toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
