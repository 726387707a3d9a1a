package io.overture.aftercare;

import io.overture.client.Clients;
import io.overture.desk.AdvisorPost;
import io.overture.desk.TaskBoard;
import io.overture.desk.Tasks;
import io.overture.redis.Lanes;
import io.overture.roster.Roster;
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
    Aftercare aftercare(Clients clients, Tasks tasks, Roster roster, AdvisorPost post, Watch watch, Lanes lanes) {
        var board = new TaskBoard(tasks, roster, post);
        return new Aftercare(clients, board, roster, new TakenEvents(lanes), watch, Clock.tickMillis(ZoneOffset.UTC));
    }
}
