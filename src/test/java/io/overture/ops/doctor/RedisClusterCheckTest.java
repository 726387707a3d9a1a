package io.overture.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.redis.Inspection;
import io.overture.store.EmptyRedis;
import io.overture.store.OnCluster;
import io.overture.store.Stores;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every master of a real cluster is looked at. */
@OnCluster
class RedisClusterCheckTest {

    @RegisterExtension
    static final EmptyRedis redis = new EmptyRedis();

    @Test
    void each_master_that_is_set_wrongly_is_named() {
        Stores.askEach(redis.lanes(), Command.CONFIG, "SET", "maxmemory-policy", "allkeys-lru");
        try {
            var findings = Stores.get(new RedisCheck(new Inspection(redis.lanes())).look());

            assertThat(findings)
                    .filteredOn(each -> each.id().equals("redis.eviction"))
                    .hasSize(3)
                    .allSatisfy(each -> assertThat(each.says()).matches("[^ ]+:\\d+: .*allkeys-lru.*"))
                    .doesNotHaveDuplicates();
            assertThat(findings)
                    .filteredOn(each -> each.id().equals("redis.reachable"))
                    .singleElement()
                    .extracting(Finding::says)
                    .isEqualTo("servers that answer: 3");
        } finally {
            Stores.askEach(redis.lanes(), Command.CONFIG, "SET", "maxmemory-policy", "noeviction");
        }
    }
}
