package io.overture.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.RedisClientType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense                                | STANDALONE | address 1 has no scheme",
                "redis:6379                              | STANDALONE | address 1 has no scheme",
                "10.0.0.1:6379                           | STANDALONE | address 1 is no address",
                "http://secret-host:6379                 | STANDALONE | address 1 has a scheme",
                "redis://                                | STANDALONE | address 1 is no address",
                "redis://:6379                           | STANDALONE | address 1 has no host",
                "redis://secret-host:port                | STANDALONE | address 1 has no host",
                "redis://secret-host:0                   | STANDALONE | address 1 has a port",
                "redis://secret-host:70000               | STANDALONE | address 1 has a port",
                "redis://secret-host/people              | STANDALONE | address 1 ends in",
                "redis://secret-host/3                   | CLUSTER    | address 1 names a database",
                "redis://a:1,,redis://c:3                | CLUSTER    | address 2 is empty",
                "redis://a:1,secret                      | CLUSTER    | address 2 has no scheme",
                "redis://user:secret pass@host:6379      | STANDALONE | address 1 is no address",
            })
    void what_is_wrong_is_said_without_the_address(String addresses, RedisClientType type, String says) {
        assertThat(RedisAddress.wrong(List.of(addresses.split(",")), type))
                .get()
                .asString()
                .startsWith(says)
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://host",
                "rediss://user:pass%20word@host:6380/3",
                "redis://:password@10.0.0.1:6379",
                "redis://[::1]:6379/0",
                "redis://host:6379?user=overture",
                "redis://a:1,redis://b:2",
                "unix:///run/redis.sock",
            })
    void what_is_right(String addresses) {
        assertThat(RedisAddress.wrong(List.of(addresses.split(",")), RedisClientType.STANDALONE))
                .isEmpty();
    }
}
