package io.overture.push;

import static io.overture.store.Stores.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.Logged;
import io.overture.redis.Lanes;
import io.overture.store.EmptyRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages of a release that is newer than this one's. */
class NewerMessageTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final Vertx vertx = Vertx.vertx();
    private final Lanes lanes = REDIS.stores().lanes(REDIS.url());

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void are_counted_told_once_and_not_guessed_at() {
        try (var node = new TestNode("n1", Set.of("n1", "n2"), lanes, vertx);
                var log = new Logged(Lanes.class)) {
            var page = new FakeWire();
            var tab = node.sockets.open(page).tab();
            var parcel = new Parcel(List.of(tab.socket()), List.of("{}"), null).text();
            await().atMost(SOON).until(() -> publish("2 " + parcel) > 0);
            publish("2 " + parcel);

            publish(RedisPush.PARCEL.around(parcel));

            await().atMost(SOON).until(() -> !page.frames().isEmpty());
            assertThat(page.frames()).containsExactly("{}");
            assertThat(lanes.notUnderstood()).isEqualTo(2);
            assertThat(log.records())
                    .singleElement()
                    .extracting(LogRecord::getMessage)
                    .asString()
                    .contains("event=message_not_understood kind=parcel version=2");
        }
    }

    private long publish(String message) {
        return ask(REDIS.lanes(), Command.PUBLISH, "ov:node:n1", message).toLong();
    }
}
