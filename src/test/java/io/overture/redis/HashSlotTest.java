package io.overture.redis;

import static io.overture.store.Stores.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.EmptyRedis;
import io.overture.store.OnCluster;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redis has the say. */
@OnCluster
class HashSlotTest {

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456789",
                "ov:nodes",
                "ov:{desk}:talks",
                "ov:{ff}:v:demo:ffabc",
                "foo{}{bar}",
                "foo{{bar}}zap",
                "foo{bar}{zap}",
                "}{",
                "{",
                "Méridienne 時計"
            })
    void a_key_belongs_to_the_slot_redis_says(String key) {
        var slot = HashSlot.of(key);

        assertThat(slot)
                .isEqualTo(ask(REDIS.lanes(), Command.CLUSTER, "KEYSLOT", key).toInteger());
    }

    @Test
    void a_command_goes_by_its_first_key() {
        var slot =
                HashSlot.of(Request.cmd(Command.MGET).arg("ov:{desk}:event:a").arg("ov:{desk}:event:b"), null);

        assertThat(slot).isEqualTo(HashSlot.of("desk"));
    }

    @Test
    void a_command_without_a_key_goes_anywhere() {
        var slot = HashSlot.of(Request.cmd(Command.INFO).arg("memory"), null);

        assertThat(slot).isEqualTo(HashSlot.NONE);
    }
}
