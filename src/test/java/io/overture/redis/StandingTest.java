package io.overture.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.store.EmptyRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    @Test
    void a_clock_that_is_apart_from_redis_is_noticed() {
        var ahead = new Standing(
                REDIS.lanes(),
                () -> System.currentTimeMillis() + 60_000,
                REDIS.stores().timer());

        try (ahead) {
            await().untilAsserted(() -> assertThat(ahead.skew()).isBetween(50.0, 70.0));
            assertThat(ahead.saves()).isTrue();
            assertThat(ahead.replicas()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rdb_last_bgsave_status:ok, true",
        "rdb_last_bgsave_status:err, false",
        "aof_last_write_status:err, false",
        "aof_last_bgrewrite_status:err, false"
    })
    void a_file_that_could_not_be_written_is_noticed(String line, boolean saves) {
        assertThat(Standing.saves("# Persistence\r\nloading:0\r\n" + line + "\r\n"))
                .isEqualTo(saves);
    }

    @Test
    void the_slowest_replica_counts() {
        var said = "connected_slaves:2\r\nslave0:ip=10.0.0.1,port=6379,state=online,offset=1,lag=1\r\n"
                + "slave1:ip=10.0.0.2,port=6379,state=online,offset=1,lag=12\r\n";

        assertThat(Standing.lag(said)).isEqualTo(12);
    }
}
