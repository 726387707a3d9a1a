package io.overture.traffic;

import io.overture.redis.Lanes;
import io.overture.store.Nodes;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Tells every few seconds what came, and once more when the node leaves. */
@ApplicationScoped
class TrafficBeans {

    /** So old is at most what the region says of another node, and a round trip. */
    static final Duration PERIOD = Duration.ofSeconds(5);

    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final long NONE = -1;

    private final Vertx vertx;
    private final Reporter reporter;
    private final Ledger ledger;
    private long timer = NONE;

    TrafficBeans(Traffic traffic, Lanes lanes, Nodes nodes, Vertx vertx) {
        this.vertx = vertx;
        this.ledger = new Ledger(lanes, nodes.self());
        this.reporter = new Reporter(traffic, ledger, InstantSource.system());
    }

    @Produces
    @Singleton
    Ledger ledger() {
        return ledger;
    }

    @Produces
    @Singleton
    Reporter reporter() {
        return reporter;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(
                PERIOD.toMillis(), tick -> reporter.tell().subscribe().with(told -> {}));
    }

    /** Before the client of Redis is closed, which it is before beans are. */
    void leave(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
        reporter.tell()
                .ifNoItem()
                .after(FAREWELL)
                .fail()
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }
}
