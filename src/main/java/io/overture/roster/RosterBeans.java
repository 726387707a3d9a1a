package io.overture.roster;

import io.overture.redis.Lanes;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** This node's roster, and its looking for what other nodes were told. */
@ApplicationScoped
class RosterBeans {

    /** So that desks put anywhere are in force everywhere within two seconds. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(RosterBeans.class);
    private static final String DEMO = "demo";
    private static final long NOT_LOOKING = -1;

    private final Vertx vertx;
    private volatile long looking = NOT_LOOKING;

    RosterBeans(Vertx vertx) {
        this.vertx = vertx;
    }

    /** {@code file}: the YAML or JSON desks of the house. */
    @Produces
    @Singleton
    DesksInForce desks(Lanes lanes, @ConfigProperty(name = "overture.desks") Optional<Path> file) {
        var before = DesksSource.of(file, ConfigUtils.isProfileActive(DEMO));
        DesksInForce.log(before);
        return new DesksInForce(new DesksStore(lanes), before);
    }

    void start(@Observes StartupEvent started, DesksInForce desks) {
        look(desks);
        looking = vertx.setPeriodic(LOOK.toMillis(), tick -> look(desks));
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(looking);
    }

    private static void look(DesksInForce desks) {
        desks.look()
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("desks not looked at: %s", failure.getMessage()));
    }
}
