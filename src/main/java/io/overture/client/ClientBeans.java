package io.overture.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.overture.redis.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/** The house's knowledge of its clients, put together. */
@ApplicationScoped
class ClientBeans {

    private static final int VERSION_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Produces
    @Singleton
    Clients clients(Lanes lanes, ClientsConfig config, @Any Instance<Forgetting> others, MeterRegistry meters) {
        return new PromptClients(new RedisClients(lanes, config.lifetime(), this::version, others), meters);
    }

    private String version() {
        var bytes = new byte[VERSION_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
