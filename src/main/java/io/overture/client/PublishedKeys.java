package io.overture.client;

import io.overture.site.Identity;
import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keys a shop's backend publishes, fetched in the background and kept: the last good ones serve for as long as newer
 * ones cannot be had. A key nobody knows makes them be fetched again, but never more often than the pace allows.
 */
final class PublishedKeys implements Keys {

    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);

    /**
     * How often to ask.
     *
     * @param least time between two attempts, whatever comes
     * @param fresh time after which keys in use are fetched again
     */
    record Pace(Duration least, Duration fresh) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(30), Duration.ofMinutes(10));
    }

    /** Where a key set comes from. May wait, within bounds of its own. */
    interface Source {
        String fetch() throws IOException;
    }

    private final Identity.Algorithm algorithm;
    private final Source source;
    private final Pace pace;
    private final InstantSource clock;
    private final Executor background;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile KeyRing ring = KeyRing.EMPTY;
    private volatile Instant askedAt = Instant.MIN;
    private volatile Instant fetchedAt = Instant.MIN;

    PublishedKeys(Identity.Algorithm algorithm, Source source, Pace pace, InstantSource clock, Executor background) {
        this.algorithm = algorithm;
        this.source = source;
        this.pace = pace;
        this.clock = clock;
        this.background = background;
        refresh();
    }

    static PublishedKeys of(Identity.KeySet identity) {
        return new PublishedKeys(
                identity.algorithm(),
                new GuardedSource(new KeySetSource(identity.url(), KeySetSource.PATIENCE)),
                Pace.USUAL,
                InstantSource.system(),
                Thread::startVirtualThread);
    }

    @Override
    public String algorithm() {
        return algorithm.name();
    }

    @Override
    public @Nullable Key find(@Nullable String id) {
        var key = ring.find(id);
        if (key == null || isOlder(fetchedAt, pace.fresh())) {
            refresh();
        }
        return key;
    }

    private void refresh() {
        if (isOlder(askedAt, pace.least()) && asking.compareAndSet(false, true)) {
            askedAt = clock.instant();
            background.execute(this::fetch);
        }
    }

    private void fetch() {
        try {
            ring = KeyRing.parse(source.fetch(), algorithm);
            fetchedAt = clock.instant();
        } catch (IOException | RuntimeException e) {
            LOG.warnf("keys_not_fetched cause=%s", e.getClass().getSimpleName());
        } finally {
            asking.set(false);
        }
    }

    private boolean isOlder(Instant at, Duration age) {
        return at.equals(Instant.MIN) || !clock.instant().isBefore(at.plus(age));
    }
}
