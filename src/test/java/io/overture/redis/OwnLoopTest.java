package io.overture.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.overture.RedisServer;
import io.overture.RedisUsers;
import io.overture.store.Stores;
import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On which thread an answer of Redis comes. */
class OwnLoopTest {

    private static final int MOST_LOOPS = 8;

    private static RedisServer redis;
    private static Stores stores;

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
        stores = new Stores();
    }

    @AfterAll
    static void stop() throws Exception {
        stores.close();
        redis.close();
    }

    @Test
    void each_event_loop_is_answered_by_a_connection_of_its_own() {
        var lanes = stores.lanes(RedisUsers.asAdmin(redis.url()));
        var loops = loops();

        var first = loops.stream().map(loop -> asked(lanes, loop)).toList();
        var second = loops.stream().map(loop -> asked(lanes, loop)).toList();

        assertThat(first)
                .allMatch(Said::isWhereItWasAsked)
                .extracting(Said::connection)
                .doesNotHaveDuplicates();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void what_one_turn_says_is_answered_in_its_order() {
        var lanes = stores.lanes(RedisUsers.asAdmin(redis.url()));
        var heard = new ArrayList<String>();
        var all = new CompletableFuture<List<String>>();

        loops().getFirst()
                .runOnContext(turn -> IntStream.range(0, 1_000)
                        .mapToObj(Integer::toString)
                        .forEach(each -> lanes.send(Request.cmd(Command.ECHO).arg(each), (said, failure) -> {
                            heard.add(String.valueOf(said));
                            if (heard.size() == 1_000) {
                                all.complete(heard);
                            }
                        })));

        assertThat(all.orTimeout(30, TimeUnit.SECONDS).join())
                .isEqualTo(IntStream.range(0, 1_000).mapToObj(Integer::toString).toList());
    }

    @Test
    void who_is_on_no_event_loop_is_answered_too() {
        var lanes = stores.lanes(RedisUsers.asAdmin(redis.url()));

        var said = Stores.get(lanes.send(Request.cmd(Command.ECHO).arg("here")));

        assertThat(said).hasToString("here");
    }

    private record Said(String connection, boolean isWhereItWasAsked) {}

    private static Said asked(Lanes lanes, Context loop) {
        var answer = new CompletableFuture<Said>();
        loop.runOnContext(turn -> {
            var asker = Thread.currentThread();
            lanes.send(
                    Request.cmd(Command.CLIENT).arg("ID"),
                    (said, failure) ->
                            answer.complete(new Said(String.valueOf(said), asker == Thread.currentThread())));
        });
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Each of another event loop. */
    private static List<ContextInternal> loops() {
        var vertx = (VertxInternal) stores.vertx();
        var found = new LinkedHashMap<EventLoop, ContextInternal>();
        for (int i = 0; i < MOST_LOOPS; i++) {
            var context = vertx.createEventLoopContext();
            found.putIfAbsent(context.nettyEventLoop(), context);
        }
        return List.copyOf(found.values());
    }
}
