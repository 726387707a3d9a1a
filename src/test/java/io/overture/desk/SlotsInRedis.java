package io.overture.desk;

import io.overture.redis.Lanes;
import io.overture.redis.StoreUnavailable;
import io.overture.store.Stores;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What is really kept of advisors' slots, read without the code that wrote it. */
record SlotsInRedis(Lanes lanes) {

    void clear() {
        Stores.askEach(lanes, Command.FLUSHALL);
    }

    /** Offers that hold a slot of hers, and until when, epoch milliseconds. */
    Map<String, Long> holds(String advisor) {
        var key = StaffKeys.PREFIX + "holds:" + advisor;
        var all = new HashMap<String, Long>();
        // In one command: what a node does meanwhile is either seen or not.
        var pairs = ask(Command.ZRANGEBYSCORE, key, "-inf", "+inf", "WITHSCORES");
        for (var pair : pairs == null ? List.<Response>of() : pairs) {
            all.put(
                    pair.get(0).toString(),
                    Double.valueOf(pair.get(1).toString()).longValue());
        }
        return all;
    }

    /** Offers whose slot is lost, and whose visitors are still to be told. */
    Set<String> lost() {
        return Set.copyOf(texts(ask(Command.HKEYS, StaffKeys.PREFIX + "lost")));
    }

    /** Conversations that have a slot of hers. */
    Set<String> load(String advisor) {
        return Set.copyOf(texts(ask(Command.SMEMBERS, StaffKeys.PREFIX + "load:" + advisor)));
    }

    /** Whose slot each offer holds. */
    Map<String, String> holders(Collection<String> advisors) {
        var all = new HashMap<String, String>();
        advisors.forEach(advisor -> holds(advisor).keySet().forEach(offer -> all.put(offer, advisor)));
        return all;
    }

    /** Twice is once: so a busy machine that drops a connection may be asked again. */
    static <T extends @Nullable Object> T get(Uni<T> uni) {
        return Stores.get(uni.onFailure(StoreUnavailable.class).retry().atMost(5));
    }

    private @Nullable Response ask(Command command, Object... args) {
        return get(Stores.asked(lanes, command, args));
    }

    private static List<String> texts(@Nullable Response array) {
        return array == null
                ? List.of()
                : StreamSupport.stream(array.spliterator(), false)
                        .map(Response::toString)
                        .toList();
    }
}
