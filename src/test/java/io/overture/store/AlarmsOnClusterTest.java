package io.overture.store;

import static io.overture.store.Commits.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.redis.Script;
import io.overture.visitor.Handle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnCluster
class AlarmsOnClusterTest extends AlarmsTest {

    @RegisterExtension
    private static final EmptyRedis CLUSTER = new EmptyRedis();

    /** A node may not know yet that a slot has moved: its shard is claimed by itself then, and Redis says who has it. */
    @Test
    void what_a_master_no_longer_holds_is_told_as_overdue() {
        var masters = Stores.get(CLUSTER.lanes()
                .byMaster(IntStream.range(0, Handle.SHARDS)
                        .mapToObj(Handle::shardDigits)
                        .map(Keys::alarms)
                        .toList()));
        var known = new ArrayList<Object>(List.of(NOW.toEpochMilli()));
        known.addAll(masters.getFirst().keys().subList(1, 3));
        known.add(masters.getLast().keys().getFirst());
        known.add(masters.getFirst().keys().get(3));

        var told = Stores.get(CLUSTER.lanes()
                .run(Script.named("overdue"), masters.getFirst().keys().subList(0, 1), known.toArray()));

        assertThat(told).extracting(Object::toString).containsExactly("4");
    }
}
