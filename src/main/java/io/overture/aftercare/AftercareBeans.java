package io.overture.aftercare;

import io.overture.client.Clients;
import io.overture.desk.Tasks;
import io.overture.roster.Roster;
import io.overture.store.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** Aftercare, put together. */
@ApplicationScoped
class AftercareBeans {

    @Produces
    @Singleton
    Watch watch(Lanes lanes) {
        return new Watch(lanes);
    }

    @Produces
    @Singleton
    Aftercare aftercare(Clients clients, Tasks tasks, Roster roster, Watch watch, Lanes lanes) {
        return new Aftercare(clients, tasks, roster, new TakenEvents(lanes), watch, Clock.tickMillis(ZoneOffset.UTC));
    }
}
