package io.overture.catalog;

import io.overture.redis.Lanes;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** This node's rates, and its looking for newer ones. */
@ApplicationScoped
class CatalogBeans {

    private static final Duration LOOK = Duration.ofSeconds(1);
    /** How soon a region's turn to fetch is noticed. */
    private static final Duration NOTICE = Duration.ofMinutes(1);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Logger LOG = Logger.getLogger(CatalogBeans.class);
    private static final long NOT_RUNNING = -1;

    private final Vertx vertx;
    private volatile long looking = NOT_RUNNING;
    private volatile long fetching = NOT_RUNNING;

    CatalogBeans(Vertx vertx) {
        this.vertx = vertx;
    }

    @Produces
    @Singleton
    RatesInForce rates(Lanes lanes) {
        return new RatesInForce(new RatesStore(lanes), InstantSource.system());
    }

    void start(@Observes StartupEvent started, RatesInForce rates, RatesConfig config, Lanes lanes) {
        look(rates);
        looking = vertx.setPeriodic(LOOK.toMillis(), tick -> look(rates));
        url(config).ifPresent(url -> {
            var feed = new RatesFeed(url, config.every(), lanes, rates);
            feed.fetch().subscribe().with(done -> {});
            fetching = vertx.setPeriodic(
                    NOTICE.toMillis(), tick -> feed.fetch().subscribe().with(done -> {}));
        });
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(looking);
        vertx.cancelTimer(fetching);
    }

    private static void look(RatesInForce rates) {
        rates.look()
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("rates not looked at: %s", failure.getMessage()));
    }

    static Optional<URI> url(RatesConfig config) {
        return config.url().map(text -> {
            var url = URI.create(text);
            boolean isSafe = "https".equals(url.getScheme())
                    || "http".equals(url.getScheme()) && THIS_MACHINE.contains(String.valueOf(url.getHost()));
            if (!isSafe || url.getHost() == null) {
                throw new IllegalArgumentException(
                        "overture.rates.url: '%s' must be an address by https: whoever is on the way would set our prices"
                                .formatted(text));
            }
            return url;
        });
    }
}
