package io.overture.advisor;

import io.overture.desk.Presence;
import io.overture.push.Hints;
import io.overture.redis.Lanes;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes the rounds for as long as the node runs; a drain ends them with the last console. */
@ApplicationScoped
class AdvisorStart {

    /** The channel on which nodes tell each other whose standing is another one now. */
    static final String PRESENCE = "ov:{desk}:presence:changes";

    private final Rounds rounds;
    private final Vertx vertx;
    private final Hints presence;
    private final List<Long> timers = new CopyOnWriteArrayList<>();

    AdvisorStart(Rounds rounds, Vertx vertx, Lanes lanes) {
        this.rounds = rounds;
        this.vertx = vertx;
        this.presence = new Hints(vertx, lanes, PRESENCE, who -> rounds.colleagues(), rounds::colleagues);
    }

    void start(@Observes StartupEvent event) {
        every(Rounds.BOUTIQUE, rounds::boutique);
        every(Rounds.COLLEAGUES, rounds::colleagues);
        every(Presence.RENEWAL, rounds::renew);
    }

    @PreDestroy
    void stop() {
        timers.forEach(vertx::cancelTimer);
        presence.close();
    }

    private void every(Duration period, Runnable round) {
        timers.add(vertx.setPeriodic(period.toMillis(), tick -> round.run()));
    }
}
