package io.overture.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.overture.redis.Reason;
import io.overture.redis.Room;
import io.overture.redis.Standing;
import io.overture.redis.StoreHealth;
import io.overture.store.Nodes;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a node says of itself: how it stands with Redis, and which region its figures belong to. */
@ApplicationScoped
class NodeMeters {

    private static final List<String> TWICE = List.of("redis.", "http.server.active.connections");

    private static final List<String> CLIENT_RECORDS = List.of("found", "unknown", "away");

    void register(
            @Observes StartupEvent started,
            MeterRegistry meters,
            StoreHealth store,
            Room room,
            Standing standing,
            Nodes nodes) {
        FunctionCounter.builder("overture.store.commands", store, StoreHealth::commands)
                .description("Commands sent to Redis")
                .register(meters);
        Gauge.builder("overture.store.reachable", store, health -> health.reachable() ? 1 : 0)
                .description("Whether Redis answered when last asked")
                .register(meters);
        Gauge.builder("overture.store.memory.used", room, Room::used)
                .description("Share of its maxmemory that Redis uses, the fullest master's on a cluster; 0: no bound")
                .register(meters);
        FunctionCounter.builder("overture.store.unpublished", store, StoreHealth::unpublished)
                .description("Messages between nodes that Redis did not take")
                .register(meters);
        FunctionCounter.builder("overture.store.not.understood", store, StoreHealth::notUnderstood)
                .description("Messages from nodes of another release in a version this one does not know")
                .register(meters);
        for (var reason : Reason.ofWrites()) {
            Gauge.builder("overture.store.refuses.writes", store, health -> refuses(health, reason))
                    .description("Whether Redis refuses what is written to it, by why")
                    .tag("why", reason.word())
                    .register(meters);
        }
        Gauge.builder("overture.store.saves", standing, redis -> redis.saves() ? 1 : 0)
                .description("Whether Redis could write its files when it last tried")
                .register(meters);
        Gauge.builder("overture.store.replicas", standing, Standing::replicas)
                .description("Replicas of the master that has fewest")
                .register(meters);
        Gauge.builder("overture.store.replica.lag", standing, Standing::lag)
                .description("Seconds since the slowest replica was last heard of")
                .register(meters);
        Gauge.builder("overture.clock.skew", standing, Standing::skew)
                .description("Seconds between this node's clock and that of Redis")
                .register(meters);
        Gauge.builder("overture.nodes.live", nodes, all -> all.live().size())
                .description("Nodes whose lease runs, as this one sees it")
                .register(meters);
    }

    /** Counted where clients are kept, from the first on; known from the start here. */
    void begin(@Observes StartupEvent started, MeterRegistry meters) {
        CLIENT_RECORDS.forEach(result -> meters.counter("overture.client.records", "result", result));
    }

    private static int refuses(StoreHealth health, Reason reason) {
        return health.refusesWrites().filter(reason::equals).isPresent() ? 1 : 0;
    }

    /** Those that register once a pool or once a port under one name, and say nothing of ours. */
    @Produces
    @Singleton
    MeterFilter twice() {
        return MeterFilter.deny(meter -> TWICE.stream().anyMatch(meter.getName()::startsWith));
    }

    /** Each region runs by itself; its name tells their figures apart where they are brought together. */
    @Produces
    @Singleton
    MeterFilter region(@ConfigProperty(name = "overture.region", defaultValue = "local") String region) {
        return MeterFilter.commonTags(List.of(Tag.of("region", region)));
    }
}
