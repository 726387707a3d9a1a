package io.overture.redis;

import io.vertx.redis.client.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which master of a cluster holds which slots, as one of its nodes told. */
final class SlotMap {

    private final @Nullable Endpoint[] holders;
    private final List<Endpoint> masters;

    private SlotMap(@Nullable Endpoint[] holders) {
        this.holders = holders;
        this.masters = Stream.of(holders).filter(Objects::nonNull).distinct().toList();
    }

    /**
     * @param ranges what {@code CLUSTER SLOTS} answered: first slot, last slot, master, replicas; of each node host and port
     * @param asked who answered: a node that does not know its own host leaves it out
     * @throws StoreUnavailable when that node knows of no slots
     */
    static SlotMap of(@Nullable Response ranges, Endpoint asked) {
        var holders = new @Nullable Endpoint[HashSlot.SLOTS];
        if (ranges != null) {
            for (var range : ranges) {
                var master = range.get(2);
                var host = master.get(0);
                var name = host == null ? "" : host.toString();
                var holder =
                        new Endpoint(name.isEmpty() || name.equals("?") ? asked.host() : name, number(master.get(1)));
                Arrays.fill(holders, number(range.get(0)), number(range.get(1)) + 1, holder);
            }
        }
        var map = new SlotMap(holders);
        if (map.masters.isEmpty()) {
            throw new StoreUnavailable("the cluster's node at " + asked + " knows of no slots");
        }
        return map;
    }

    /** Null: nobody. */
    @Nullable
    Endpoint holder(int slot) {
        return holders[slot];
    }

    /** Each once, at least one. */
    List<Endpoint> masters() {
        return masters;
    }

    boolean isSameAs(SlotMap other) {
        return Arrays.equals(holders, other.holders);
    }

    private static int number(Response response) {
        return Integer.parseInt(response.toString());
    }
}
