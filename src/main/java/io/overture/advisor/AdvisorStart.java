package io.overture.advisor;

import io.overture.desk.Presence;
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

    private final Rounds rounds;
    private final Vertx vertx;
    private final List<Long> timers = new CopyOnWriteArrayList<>();

    AdvisorStart(Rounds rounds, Vertx vertx) {
        this.rounds = rounds;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        every(Rounds.BOUTIQUE, rounds::boutique);
        every(Rounds.COLLEAGUES, rounds::colleagues);
        every(Presence.RENEWAL, rounds::renew);
    }

    @PreDestroy
    void stop() {
        timers.forEach(vertx::cancelTimer);
    }

    private void every(Duration period, Runnable round) {
        timers.add(vertx.setPeriodic(period.toMillis(), tick -> round.run()));
    }
}
