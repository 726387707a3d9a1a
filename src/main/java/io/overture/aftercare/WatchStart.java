package io.overture.aftercare;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Looks at the clients on watch while the node serves: a few a minute, since they are few and a day is long. */
@ApplicationScoped
class WatchStart {

    private static final Logger LOG = Logger.getLogger(WatchStart.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST = 50;
    private static final long NOT_WATCHING = -1;

    private final Watch watch;
    private final Aftercare aftercare;
    private final Vertx vertx;
    private final InstantSource clock = InstantSource.system();
    private volatile long watching = NOT_WATCHING;

    WatchStart(Watch watch, Aftercare aftercare, Vertx vertx) {
        this.watch = watch;
        this.aftercare = aftercare;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        watching = vertx.setPeriodic(PERIOD.toMillis(), tick -> look());
    }

    void drain(@Observes ShutdownDelayInitiatedEvent draining) {
        vertx.cancelTimer(watching);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(watching);
    }

    private void look() {
        watch.due(clock.instant(), MOST)
                .onItem()
                .transformToMulti(clients -> Multi.createFrom().iterable(clients))
                .onItem()
                .transformToUniAndConcatenate(aftercare::look)
                .collect()
                .asList()
                .subscribe()
                .with(
                        looked -> {},
                        failure -> LOG.debugf(
                                "event=watch_interrupted cause=%s",
                                failure.getClass().getSimpleName()));
    }
}
