package io.overture.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a sentinel says of the Redis it watches.
 *
 * @param epoch of the last failover it knows: of two sentinels the one with the higher knows better
 */
record Watched(Endpoint master, long epoch) {

    static final Comparator<Watched> BY_KNOWLEDGE = Comparator.comparingLong(Watched::epoch);

    /**
     * The epoch before the address: a failover in between makes what is said too modest, and never wrong.
     *
     * @param name by which sentinels know that Redis
     */
    static Uni<Watched> ask(Server sentinel, String name) {
        return sentinel.attempt(question("MASTER", name))
                .chain(known -> sentinel.attempt(question("GET-MASTER-ADDR-BY-NAME", name))
                        .map(place -> of(known, place, name)));
    }

    private static Watched of(@Nullable Response known, @Nullable Response place, String name) {
        var epoch = known == null ? null : known.get("config-epoch");
        if (place == null || epoch == null) {
            throw new StoreUnavailable("a sentinel watches no master \"" + name + "\"");
        }
        return new Watched(
                new Endpoint(
                        place.get(0).toString(), Integer.parseInt(place.get(1).toString())),
                Long.parseLong(epoch.toString()));
    }

    private static Sending question(String what, String name) {
        return Sending.of(Request.cmd(Command.SENTINEL).arg(what).arg(name));
    }
}
