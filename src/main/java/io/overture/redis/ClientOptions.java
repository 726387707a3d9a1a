package io.overture.redis;

import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.redis.client.RedisOptions;
import jakarta.inject.Singleton;

/** How Quarkus was told to reach Redis, credentials and TLS included: the nodes of a cluster are reached the same way. */
@Singleton
public class ClientOptions implements RedisOptionsCustomizer {

    private volatile RedisOptions inForce = new RedisOptions();

    /** Called when Quarkus makes its client, which is before anything here begins. */
    @Override
    public void customize(String client, RedisOptions options) {
        // The client itself would say less of an address that is none, and not whose it is.
        RedisAddress.wrong(options.getEndpoints(), options.getType()).ifPresent(why -> {
            throw new ConfigurationException("quarkus.redis.hosts (QUARKUS_REDIS_HOSTS) is wrong: " + why);
        });
        inForce = new RedisOptions(options);
    }

    public RedisOptions inForce() {
        return new RedisOptions(inForce);
    }
}
