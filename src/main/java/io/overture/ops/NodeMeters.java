package io.overture.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.overture.store.Nodes;
import io.overture.store.Room;
import io.overture.store.StoreHealth;
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

    void register(@Observes StartupEvent started, MeterRegistry meters, StoreHealth store, Room room, Nodes nodes) {
        FunctionCounter.builder("overture.store.commands", store, StoreHealth::commands)
                .description("Commands sent to Redis")
                .register(meters);
        Gauge.builder("overture.store.reachable", store, health -> health.reachable() ? 1 : 0)
                .description("Whether Redis answered when last asked")
                .register(meters);
        Gauge.builder("overture.store.memory.used", room, Room::used)
                .description("Share of its maxmemory that Redis uses, the fullest master's on a cluster; 0: no bound")
                .register(meters);
        Gauge.builder("overture.nodes.live", nodes, all -> all.live().size())
                .description("Nodes whose lease runs, as this one sees it")
                .register(meters);
    }

    /** Each region runs by itself; its name tells their figures apart where they are brought together. */
    @Produces
    @Singleton
    MeterFilter region(@ConfigProperty(name = "overture.region", defaultValue = "local") String region) {
        return MeterFilter.commonTags(List.of(Tag.of("region", region)));
    }
}
