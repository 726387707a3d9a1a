package io.overture.passport;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Has home regions told while the node serves; where passports are off nothing runs. */
@ApplicationScoped
class ReturnsStart {

    private static final long NOT_RUNNING = -1;

    private final Regions regions;
    private final ReturnQueue queue;
    private final PassportMeters meters;
    private final PassportBeans beans;
    private final Vertx vertx;
    private volatile @Nullable ReturnSender sender;
    private volatile long ticking = NOT_RUNNING;

    ReturnsStart(Regions regions, ReturnQueue queue, PassportMeters meters, PassportBeans beans, Vertx vertx) {
        this.regions = regions;
        this.queue = queue;
        this.meters = meters;
        this.beans = beans;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        if (regions.isOn()) {
            var http = new ReturnSender();
            var homes = regions.partners().stream()
                    .map(home -> new Returns(home, queue, http, regions, meters, PassportBeans.CLOCK, beans::id))
                    .toList();
            sender = http;
            ticking = vertx.setPeriodic(Returns.TICK.toMillis(), tick -> homes.forEach(Returns::tick));
        }
    }

    /** While this node drains, others tell. */
    void drain(@Observes ShutdownDelayInitiatedEvent draining) {
        vertx.cancelTimer(ticking);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(ticking);
        var http = sender;
        if (http != null) {
            http.close();
        }
    }
}
