package io.overture.release;

import io.overture.redis.Lanes;
import io.overture.store.Stores;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/**
 * Something a node does on Redis.
 *
 * @param deed answers what came of it
 * @param isTimed Redis' replies to it depend on the time, and cannot be compared
 */
public record Act(String name, Function<Lanes, Object> deed, boolean isTimed) {

    public static Act of(String name, Function<Lanes, Object> deed) {
        return new Act(name, deed, false);
    }

    /** Nothing comes of it but what it leaves in Redis. */
    public static Act silent(String name, Function<Lanes, Uni<Void>> deed) {
        return of(name, lanes -> {
            Stores.get(deed.apply(lanes));
            return "done";
        });
    }

    public static Act timed(String name, Function<Lanes, Object> deed) {
        return new Act(name, deed, true);
    }
}
