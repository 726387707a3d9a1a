package io.overture.ops.scaling;

import io.overture.flow.Flow;
import io.overture.push.Departure;
import io.overture.push.Drain;
import io.overture.push.Relief;
import io.overture.push.Sockets;
import io.overture.redis.Lanes;
import io.overture.redis.Standing;
import io.overture.store.Nodes;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Measures what this node carries, tells the others every two seconds, and asks pages to go where there is more room. */
@ApplicationScoped
class ScalingStart {

    private static final Logger LOG = Logger.getLogger(ScalingStart.class);
    private static final Duration REPORT = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Duration MEMORY = Duration.ofSeconds(5);

    private final Nodes nodes;
    private final Sockets sockets;
    private final FoldedBeacons folded;
    private final Flow flow;
    private final Relief relief;
    private final Vertx vertx;
    private final Scaling scaling;
    private final Reports reports;
    private final EventLoops loops;
    private final RebalanceConfig balance;
    private final Rate rate;
    private final Drain drain;
    private final Departure departure;
    private final List<Long> timers = new ArrayList<>();
    private volatile boolean draining;

    ScalingStart(
            Nodes nodes,
            Lanes lanes,
            Sockets sockets,
            @Identifier("scaling") FoldedBeacons folded,
            Flow flow,
            Relief relief,
            ScalingConfig config,
            RebalanceConfig balance,
            Drain drain,
            Departure departure,
            Standing redis,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version,
            Vertx vertx) {
        this.nodes = nodes;
        this.sockets = sockets;
        this.folded = folded;
        this.flow = flow;
        this.relief = relief;
        this.balance = balance;
        this.drain = drain;
        this.departure = departure;
        this.vertx = vertx;
        var clock = InstantSource.system();
        var started = clock.instant();
        var runs = ImageMode.current().isNativeImage() ? "native" : "jvm";
        this.scaling = new Scaling(config.capacity(), clock, nodes.self());
        this.reports = new Reports(
                lanes, nodes, clock, config.window(), () -> new About(started, version, runs, millis(redis.skew())));
        this.loops = new EventLoops(vertx);
        this.rate = new Rate(MEMORY, folded.count(), System.nanoTime());
    }

    @Produces
    @Singleton
    Scaling scaling() {
        return scaling;
    }

    void start(@Observes StartupEvent started) {
        var rebalance = balance.rebalance();
        timers.add(vertx.setPeriodic(EventLoops.TICK.toMillis(), tick -> loops.tick()));
        timers.add(vertx.setPeriodic(1, REPORT.toMillis(), tick -> report()));
        if (balance.enabled()) {
            timers.add(vertx.setPeriodic(balance.interval().toMillis(), tick -> balance(rebalance)));
        }
    }

    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        draining = true;
    }

    /** Before the client of Redis is closed, which it is before beans are. */
    void leave(@Observes ShutdownEvent stopping) {
        timers.forEach(vertx::cancelTimer);
        reports.leave()
                .ifNoItem()
                .after(FAREWELL)
                .fail()
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }

    private void report() {
        var load = new Load(
                sockets.count(),
                rate.at(folded.count(), System.nanoTime()),
                flow.underWay(),
                loops.delayMillis(),
                draining || departure.stage() != Departure.Stage.SERVING);
        reports.report(load, scaling.carries(load))
                .subscribe()
                .with(this::learned, away -> LOG.debugf("figures not told: %s", away.getMessage()));
    }

    private void learned(Region told) {
        scaling.learned(told);
        told.asked().ifPresent(mark -> {
            switch (mark) {
                case DRAIN -> drain.begin();
                case SERVE -> drain.undo();
            }
        });
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }

    private void balance(Rebalance rebalance) {
        int most = draining ? 0 : rebalance.toAsk(nodes.self(), scaling.region(nodes.self()));
        if (most > 0) {
            relief.ask(most, balance.interval(), new SplittableRandom())
                    .subscribe()
                    .with(asked -> LOG.infof("event=rebalance asked=%d of=%d", asked, sockets.count()));
        }
    }
}
