package io.overture.desk;

import io.overture.client.Clients;
import io.overture.offer.Promises;
import io.overture.redis.Lanes;
import io.overture.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The advisors' lists, for whoever promises, raises or settles tasks. */
@ApplicationScoped
class TaskBeans {

    private final InstantSource clock = Clock.tickMillis(ZoneOffset.UTC);

    @Produces
    @Singleton
    RedisTasks tasks(Lanes lanes) {
        return new RedisTasks(lanes, clock);
    }

    @Produces
    @Singleton
    Promises promises(Lanes lanes, Clients clients, Roster roster, DeskLimitsConfig limits) {
        return new Places(lanes, new Lists(clients, roster, clock), limits, clock);
    }
}
