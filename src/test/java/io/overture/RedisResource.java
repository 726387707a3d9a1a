package io.overture;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real Redis for a {@code @QuarkusTest}; a field of type {@link RedisServer} in the test is set to it. */
public final class RedisResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable RedisServer redis;

    @Override
    public Map<String, String> start() {
        redis = RedisServer.start();
        return Map.of("quarkus.redis.hosts", redis.url());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(redis, field -> field.getType() == RedisServer.class);
    }

    @Override
    public void stop() {
        if (redis != null) {
            redis.close();
        }
    }
}
