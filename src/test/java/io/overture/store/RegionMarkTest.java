package io.overture.store;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegionMarkTest {

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    @Test
    void a_redis_belongs_to_the_region_that_came_first() {
        var first = get(RegionMark.claim(REDIS.lanes(), "eu-west"));
        var again = get(RegionMark.claim(REDIS.lanes(), "eu-west"));
        var foreign = get(RegionMark.claim(REDIS.lanes(), "us-east"));

        assertThat(first).isEmpty();
        assertThat(again).isEmpty();
        assertThat(foreign).get().asString().contains("eu-west", "us-east", RegionMark.KEY);
    }
}
