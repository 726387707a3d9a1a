package io.overture.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTest {

    @ParameterizedTest
    @CsvSource({"400, 500, 0.8", "0, 500, 0", "400, 0, 0", "600, 500, 1.2"})
    void the_share_of_its_memory_that_redis_says_it_uses(long used, long most, double share) {
        var said = "# Memory\r\nused_memory:%d\r\nused_memory_rss:9\r\nmaxmemory:%d\r\nmaxmemory_policy:noeviction\r\n"
                .formatted(used, most);

        assertThat(Room.share(said)).isEqualTo(share);
    }
}
