package io.overture.desk;

import io.overture.redis.Lanes;
import io.overture.roster.Roster;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** Who is there at this node's desk, and their slots, put together. */
@ApplicationScoped
class DeskBeans {

    private static final long NOT_REAPING = -1;

    private final Vertx vertx;
    private volatile long reaping = NOT_REAPING;

    DeskBeans(Vertx vertx) {
        this.vertx = vertx;
    }

    @Produces
    @Singleton
    RedisSlots slots(Lanes lanes, Roster roster, DeskConfig config, DeskLimitsConfig limits) {
        return new RedisSlots(
                lanes, roster, Clock.tickMillis(ZoneOffset.UTC), config.staffing(), limits.offersPerAddress());
    }

    @Produces
    @Singleton
    Presence presence(RedisSlots slots) {
        return slots.presence();
    }

    void start(@Observes StartupEvent started, RedisSlots slots) {
        reaping =
                vertx.setPeriodic(Reaper.TICK.toMillis(), tick -> slots.reaper().tick());
    }

    /** While this node drains, others reap. */
    void drain(@Observes ShutdownDelayInitiatedEvent draining) {
        vertx.cancelTimer(reaping);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(reaping);
    }
}
